import type { ReportKind } from './report.ts';
import type { KindWords } from './schema.ts';

/** Proposes the kind of a report from what somebody tells. A proposal only: who reports sees it and may choose another. */
export type KindReader = {
  /** @returns `anders` when the text does not say it clearly enough */
  readonly propose: (text: string) => ReportKind;
};

const SURE = 2;
const ENOUGH = 2;
/** More words than a form holds, and longer words than Dutch has, tell nothing. */
const MOST_WORDS = 1000;
const LONGEST_WORD = 60;
/** How many words may stand where a phrase says `..`. */
const GAP = 4;

type Rules = {
  readonly kind: ReportKind;
  readonly grave: boolean;
  readonly sure: readonly Phrase[];
  readonly maybe: readonly Phrase[];
  readonly not: readonly Phrase[];
};

/** Words in a row; a gap allows some others before it. */
type Phrase = readonly Part[];
type Part = { readonly fits: (word: string) => boolean; readonly exact: string | undefined; readonly gap: boolean };

/** A text as its words, and the different ones of them: most phrases are ruled out by their first word alone. */
type Text = { readonly words: readonly string[]; readonly different: ReadonlySet<string> };

/** @param knowledge the words of `protocols/reports/kinds.yaml`; of two kinds that are as clear, the first one counts */
export function kindReader(knowledge: KindWords): KindReader {
  const rules: readonly Rules[] = knowledge.kinds.map(({ kind, grave, sure, maybe, not }) => ({
    kind,
    grave,
    sure: sure.map(toPhrase),
    maybe: maybe.map(toPhrase),
    not: not.map(toPhrase),
  }));
  return {
    propose: (text) => {
      const words = wordsOf(text);
      return clearest(rules, { words, different: new Set(words) });
    },
  };
}

function clearest(rules: readonly Rules[], text: Text): ReportKind {
  const scored = rules.map((rule) => ({ rule, ...scoreOf(rule, text) }));
  const grave = scored.find(({ rule, sure, score }) => rule.grave && sure > 0 && score > 0);
  if (grave !== undefined) return grave.rule.kind;
  const clear = scored.filter(({ score }) => score >= ENOUGH);
  // What is sure goes before what only adds up; the sort keeps the order of the file.
  const [first] = clear.toSorted((one, other) => other.score - one.score || other.sure - one.sure);
  return first?.rule.kind ?? 'anders';
}

function scoreOf(rule: Rules, text: Text): { readonly sure: number; readonly score: number } {
  if (count(rule.not, text) > 0) return { sure: 0, score: 0 };
  const sure = count(rule.sure, text);
  return { sure, score: sure * SURE + count(rule.maybe, text) };
}

const count = (phrases: readonly Phrase[], text: Text): number =>
  phrases.filter((phrase) => mayStand(phrase, text) && text.words.some((_, at) => stands(phrase, text.words, at)))
    .length;

function mayStand([first]: Phrase, { different }: Text): boolean {
  if (first?.exact !== undefined) return different.has(first.exact);
  return first !== undefined && [...different].some(first.fits);
}

/** Whether a phrase begins at this word. */
function stands(phrase: Phrase, words: readonly string[], at: number): boolean {
  const [first, ...rest] = phrase;
  const word = words[at];
  if (first === undefined || word === undefined || !first.fits(word)) return false;
  if (rest.length === 0) return true;
  const furthest = rest[0]?.gap ? GAP : 0;
  for (let skipped = 0; skipped <= furthest; skipped += 1) if (stands(rest, words, at + 1 + skipped)) return true;
  return false;
}

function toPhrase(written: string): Phrase {
  const parts = written.split(/\s+/);
  return parts.flatMap((part, i) => {
    if (part === '..') return [];
    const exact = part.includes('*') ? undefined : wordsOf(part)[0];
    return [{ fits: toWord(part), exact, gap: parts[i - 1] === '..' }];
  });
}

/** `pest*` begins so, `*gepest` ends so, `*pest*` has it somewhere. */
function toWord(part: string): (word: string) => boolean {
  const [bare = ''] = wordsOf(part.replaceAll('*', ''));
  const before = part.startsWith('*');
  const after = part.endsWith('*');
  if (before && after) return (word) => word.includes(bare);
  if (before) return (word) => word.endsWith(bare);
  return after ? (word) => word.startsWith(bare) : (word) => word === bare;
}

/** Words in small letters without accents; an apostrophe belongs to none. */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’`]/g, '');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
}
