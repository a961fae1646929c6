import { createMisspelt, type Misspelt } from './misspelt.ts';
import { soundOf, spokenOf } from './sound.ts';

/**
 * The words the content files use, which is how a question's words are read: a typing error is brought to the word that was
 * meant, a compound is taken apart into words that are known.
 */
export type Vocabulary = {
  /** The known word that was probably meant, or undefined when the word is known or nothing is one error away. */
  correct(word: string): string | undefined;
  /** The known words a compound is made of ("klassenapp" → klas, app); empty when it cannot be taken apart. */
  parts(word: string): readonly string[];
};

const SHORTEST_TO_CORRECT = 5;
/** Shorter words sound like too many others. */
const SHORTEST_BY_EAR = 4;
/** A spelling that stands this often in the content is a word of its own. */
const RARE = 6;
/** How much more usual the word must be that a rare spelling sounds like. */
const MORE_USUAL = 10;
/** A word that stands less often is no spelling to bring others to. */
const USUAL = 3;
const SHORTEST_PART = 3;
const SHORTEST_COMPOUND = 7;
/** A known half beside an unknown one must be long enough not to be there by chance. */
const LONG_PART = 5;
const SHORTEST_REST = 4;

/** Endings that begin like a word but are not one: "plaatsing" is not "plaats" and "ing". */
const notAPart = new Set(
  'ing een den ten ver ger ren gen ste age ere eer lijk heid baar loos zaam schap aar ist isme'.split(' '),
);

/**
 * @param counted every word of the content, in small letters without accents, with how often it stands there
 */
export function createVocabulary(counted: ReadonlyMap<string, number>): Vocabulary {
  const misspelt = createMisspelt([...counted.keys()].filter((word) => word.length >= SHORTEST_TO_CORRECT));
  const sounds = lazily(() => indexBy(soundOf, counted));
  const spoken = lazily(() => indexBy(spokenOf, counted));
  return {
    correct: (word) =>
      nearest(word, counted, misspelt) ?? bySound(word, counted, sounds) ?? asSpoken(word, counted, spoken),
    parts: (word) => takeApart(word, counted),
  };
}

function nearest(word: string, counted: ReadonlyMap<string, number>, misspelt: Misspelt): string | undefined {
  if (word.length < SHORTEST_TO_CORRECT || counted.has(word) || /\d/.test(word)) return undefined;
  return misspelt(word)
    .filter((each) => Math.abs(each.length - word.length) <= 1 && each.charAt(0) === word.charAt(0))
    .reduce<string | undefined>(
      (best, each) => (best === undefined || (counted.get(each) ?? 0) > (counted.get(best) ?? 0) ? each : best),
      undefined,
    );
}

/** The most usual word for each sound. Made at the first word that nobody knows: a start has no need of it. */
function indexBy(soundOf: (word: string) => string, counted: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const [word, count] of counted) {
    if (word.length < SHORTEST_BY_EAR || count < USUAL) continue;
    const sound = soundOf(word);
    if ((counted.get(index.get(sound) ?? '') ?? 0) < count) index.set(sound, word);
  }
  return index;
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The usual word that sounds like this one ("belangryk"), also when the content itself has such a spelling as an example. */
function bySound(
  word: string,
  counted: ReadonlyMap<string, number>,
  sounds: () => ReadonlyMap<string, string>,
): string | undefined {
  const own = counted.get(word) ?? 0;
  if (word.length < SHORTEST_BY_EAR || own > RARE || /\d/.test(word)) return undefined;
  const found = sounds().get(soundOf(word));
  return found !== word && (counted.get(found ?? '') ?? 0) >= own * MORE_USUAL ? found : undefined;
}

/** The usual word that an unknown one is when it is spoken ("zellef"). */
function asSpoken(
  word: string,
  counted: ReadonlyMap<string, number>,
  spoken: () => ReadonlyMap<string, string>,
): string | undefined {
  if (word.length < SHORTEST_BY_EAR || counted.has(word) || /\d/.test(word)) return undefined;
  return spoken().get(spokenOf(word));
}

function takeApart(word: string, counted: ReadonlyMap<string, number>): readonly string[] {
  if (word.length < SHORTEST_COMPOUND) return [];
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const tail = word.slice(at);
    const head = knownHead(word.slice(0, at), counted);
    if (head !== undefined && isPart(tail, counted)) return [head, tail];
  }
  return counted.has(word) ? [] : halfKnown(word, counted);
}

/** Of a compound of which one half is a word nobody taught: the longest known end ("barbecueplaatjes" → plaatjes) and beginning. */
function halfKnown(word: string, counted: ReadonlyMap<string, number>): readonly string[] {
  const found: string[] = [];
  for (let at = SHORTEST_PART; at <= word.length - LONG_PART && found.length === 0; at++)
    if (isPart(word.slice(at), counted)) found.push(word.slice(at));
  // What is left must be more than an ending.
  const most = word.length - (found[0]?.length ?? SHORTEST_REST);
  for (let end = most; end >= LONG_PART; end--) {
    const head = knownHead(word.slice(0, end), counted);
    if (head !== undefined) return [head, ...found];
  }
  return found;
}

/** The head of a compound, with the s, e, n or en that glues it to the rest taken off. */
function knownHead(head: string, counted: ReadonlyMap<string, number>): string | undefined {
  const forms = [
    head,
    head.replace(/s$/, ''),
    head.replace(/en$/, ''),
    head.replace(/[en]$/, ''),
    head.replace(/([^aeiou])\1en$/, '$1'),
  ];
  return forms.find((form) => isPart(form, counted));
}

function isPart(part: string, counted: ReadonlyMap<string, number>): boolean {
  return part.length >= SHORTEST_PART && (counted.get(part) ?? 0) >= 2 && !notAPart.has(part);
}
