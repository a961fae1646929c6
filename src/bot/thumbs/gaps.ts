import type { KeptRemark } from '../../conversation/remarks.ts';

/** What the protocol left open, or what an answer got wrong, by subject. */
export type Gap = {
  readonly protocol: string;
  /** '' where the question was about no subject that the bot knows. */
  readonly topic: string;
  /** How often there was no answer. */
  readonly unanswered: number;
  /** How often an answer got a thumb down. */
  readonly down: number;
  /** The questions, each once, those that came most often first. */
  readonly questions: readonly string[];
  /** What was written with a thumb. */
  readonly lines: readonly string[];
};

/** By protocol and subject, what was asked most first. A subject that only has thumbs up is none. */
export function gapsIn(remarks: readonly KeptRemark[]): readonly Gap[] {
  const groups = Map.groupBy(remarks, ({ protocol, topic }) => `${protocol}\n${topic}`);
  return [...groups.values()]
    .map(gapOf)
    .filter(({ unanswered, down, lines }) => unanswered + down + lines.length > 0)
    .toSorted((a, b) => b.unanswered + b.down - (a.unanswered + a.down) || compare(nameOf(a), nameOf(b)));
}

function gapOf(remarks: readonly KeptRemark[]): Gap {
  const [first] = remarks;
  return {
    protocol: first?.protocol ?? '',
    topic: first?.topic ?? '',
    unanswered: remarks.filter(({ about }) => about === 'unanswered').length,
    down: remarks.filter(({ about, good }) => about === 'thumb' && !good).length,
    questions: mostFirst(remarks.map(({ question }) => question)),
    lines: mostFirst(remarks.map(({ line }) => line)),
  };
}

/** Each text once, without the empty ones. */
function mostFirst(texts: readonly string[]): readonly string[] {
  const same = Map.groupBy(
    texts.filter((text) => text !== ''),
    (text) => text.toLowerCase(),
  );
  const counted = [...same.values()].toSorted((a, b) => b.length - a.length || compare(a[0] ?? '', b[0] ?? ''));
  return counted.flatMap(([text]) => text ?? []);
}

const nameOf = ({ protocol, topic }: Gap): string => `${protocol} ${topic}`;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
