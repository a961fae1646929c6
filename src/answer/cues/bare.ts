import { isFunctionWord } from '../text/stem.ts';

/** Words that point at something that was not said, or ask whether it is right: no subject either. */
const pointing = new Set(
  `zomaar toegestaan toegelaten geoorloofd verboden verplicht goed fout oke ok okay allowed zit zitten staat precies ander andere
  anders daarmee daarover daarvan daarin daarvoor hierover hiermee hiervoor ervan erover ermee dan geval situatie kwestie zulke
  zulks dergelijke diegene degene hoor he ja nee aub alsjeblieft please hoi hallo hey vraag vraagje even eventjes nodig echt
  mogelijk bedoeling regel regels afspraak afspraken protocol this right`.split(/\s+/),
);

/** Whether a question says nothing of what it is about: "mag dat zomaar?", "en hoe zit het daarmee?". */
export function isBare(words: readonly string[]): boolean {
  return words.every((word) => isFunctionWord(word) || pointing.has(word));
}
