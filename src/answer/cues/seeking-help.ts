/** Who asks for help: in so many words, or by telling that speaking to somebody was in vain. */

const asksForHelp =
  /\b((kan|kunnen|wil|wie|iemand) (\w+ ){0,3}helpen|wie helpt|help me|hulp nodig|who can help|help us)\b/;

const spoke =
  /\b(aangesproken|aanspreken|wat van gezegd|(er )?iets van (gezegd|gezeg)|gewaarschuwd|gevraagd (om )?(te stoppen|op te houden|eruit te blijven)|gezegd|(zei|riep) (\w+ ){0,3}(ho|stop|kappen)|onderhouden|op gewezen|(told|asked|warned|spoke to|talked to) (him|her|them))\b/;

const inVain =
  /\b(helpt (\w+ ){0,3}(niet|niks|niets|geen)|zonder (enig )?(effect|resultaat)|haalt (\w+ ){0,2}(niks|niets) uit|gaat (\w+ )?(vrolijk|gewoon|rustig|doodleuk) (\w+ )?(door|verder)|trekt (er )?zich niets|luistert niet|hielp (\w+ ){0,2}(niet|niks|niets)|geen (effect|resultaat|zier|biet)|blijft (het )?(\w+ )?doen|lukt (\w+ )?niet|tevergeefs|(doesnt|didnt|wont) (help|listen|stop)|no (effect|use)|keeps (on )?(doing|going))\b/;

/** "Kan iemand me helpen?", or "Ik heb er al drie keer wat van gezegd, het helpt niet". */
export function seeksHelp(words: readonly string[]): boolean {
  const text = words.join(' ');
  return asksForHelp.test(text) || (spoke.test(text) && inVain.test(text));
}
