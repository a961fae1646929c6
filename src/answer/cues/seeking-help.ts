import { anyOf } from './any-of.ts';

/** Who asks for help: in so many words, or by telling that speaking to somebody was in vain. */

const asksForHelp = anyOf(String.raw`
  (kan|kunnen|wil|wie|iemand) (\w+ ){0,3}helpen | wie helpt | hulp nodig
  help me | help us | who can help
`);

const spoke = anyOf(String.raw`
  aangesproken | aanspreken | wat van gezegd | (er )?iets van (gezegd|gezeg) | gewaarschuwd | gezegd | onderhouden | op gewezen
  gevraagd (om )?(te stoppen|op te houden|eruit te blijven) | (zei|riep) (\w+ ){0,3}(ho|stop|kappen)
  (told|asked|warned|spoke to|talked to) (him|her|them)
`);

const inVain = anyOf(String.raw`
  helpt (\w+ ){0,3}(niet|niks|niets|geen) | hielp (\w+ ){0,2}(niet|niks|niets) | haalt (\w+ ){0,2}(niks|niets) uit
  zonder (enig )?(effect|resultaat) | geen (effect|resultaat|zier|biet) | tevergeefs
  gaat (\w+ )?(vrolijk|gewoon|rustig|doodleuk) (\w+ )?(door|verder) | blijft (het )?(\w+ )?doen
  trekt (er )?zich niets | luistert niet | lukt (\w+ )?niet
  (doesnt|didnt|wont) (help|listen|stop) | no (effect|use) | keeps (on )?(doing|going)
`);

/** "Kan iemand me helpen?", or "Ik heb er al drie keer wat van gezegd, het helpt niet". */
export function seeksHelp(words: readonly string[]): boolean {
  const text = words.join(' ');
  return asksForHelp.test(text) || (spoke.test(text) && inVain.test(text));
}
