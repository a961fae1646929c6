import { stemmer } from '@orama/stemmers/dutch';

/**
 * Words that carry no subject. They stay out of the comparison of subjects, but the sense of a question ("mag ik", "wat
 * als", "iemand heeft") is read from them.
 */
const functionWords = new Set(
  `de het een en of maar want dus als dan dat die dit deze daar hier er ik je jij u hij zij ze we wij jullie hun hen haar hem
  mij me mijn mn zijn zn ons onze uw jouw is was waren ben bent wordt worden werd werden heb hebt heeft hebben had hadden zal
  zou zouden zullen kan kun kunt kunnen kon konden mag mogen mocht moet moeten moest wil wilt willen wilde ga gaat gaan ging
  doe doet doen deed gedaan wat wie waar wanneer waarom hoe welke welk hoeveel in op aan bij van voor met naar uit over door om
  tot te ter ten tegen onder tussen na per via zonder binnen buiten niet geen wel ook nog al weer toch even eens nu toen net
  zo zoiets iets iemand alles niks niets heel erg veel meer meest best gewoon eigenlijk misschien soms altijd ooit the a of to
  is it i you my we and or in on at for with can do does what who how be are was this that if so`.split(/\s+/),
);

/** Whether a word carries no subject of its own. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}

/**
 * A word's stem: Snowball's Dutch stemmer, with what it leaves apart brought together, because staff write "geplaatst",
 * "plaatst", "filmpje" and "foto's" for what a protocol calls plaatsen, film and foto.
 */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const result = reduce(word);
  if (cache.size > 50_000) cache.clear();
  cache.set(word, result);
  return result;
}

const cache = new Map<string, string>();

function reduce(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  let base = stemmer(withoutDiminutive(withoutForeignPlural(word)));
  if (base.length >= 6 && base.startsWith('ge')) base = participle(base.slice(2));
  else if (base.length >= 7 && /^(ver|be|ont|her)/.test(base)) base = base.replace(/(?<=[lrnb])d$/, '');
  if (base.length >= 5) base = base.replace(/(?<=[^aeiou])t$|dt$/, (end) => (end === 'dt' ? 'd' : ''));
  return singleVowel(base).replace(/([^aeiou])\1$/, '$1');
}

function withoutForeignPlural(word: string): string {
  return word.length >= 5 ? word.replace(/([aou])s$/, '$1') : word;
}

function withoutDiminutive(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/([aeou])\1tjes?$/, '$1')
    .replace(/(?<=m)pjes?$/, '')
    .replace(/(?<=ll|mm|nn|rr|gg|bb)etjes?$/, '')
    .replace(/(?<=[aeiouywlnr])tjes?$/, '')
    .replace(/(?<=[^aeiou]{1})jes?$/, '');
}

function participle(base: string): string {
  return base.length >= 5 ? base.replace(/(?<=[^aeiou])[td]$/, '') : base;
}

/** "deel" and "del(en)" are one: the closed syllable doubles its vowel, the open one does not. */
function singleVowel(base: string): string {
  return base.replace(/(aa|ee|oo|uu)(?=[^aeiou]+$)/, (vowels) => vowels.charAt(0));
}
