import type { Figures } from './measure.ts';

/** A set or a part of one, with its figures. */
export type Row = { readonly name: string; readonly figures: Figures };

const columns: readonly (readonly [title: string, value: (figures: Figures) => number])[] = [
  ['hit@1', ({ hit1 }) => hit1],
  ['hit@3', ({ hit3 }) => hit3],
  ['MRR', ({ mrr }) => mrr],
  ['abst. P', ({ abstention }) => abstention.precision],
  ['R', ({ abstention }) => abstention.recall],
  ['F1', ({ abstention }) => abstention.f1],
  ['turned away', ({ turnedAway }) => turnedAway],
  ['contacts', ({ contacts }) => contacts],
  ['kind', ({ kind }) => kind],
];

/** Rows of figures as text, a column under each other. */
export function table(rows: readonly Row[]): string {
  const head = ['', 'n', ...columns.map(([title]) => title)];
  const cells = rows.map(({ name, figures }) => [
    name,
    String(figures.count),
    ...columns.map(([, value]) => cell(value(figures))),
  ]);
  const widths = head.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0))).join('  ');
  return `${[head, ...cells].map(line).join('\n')}\n`;
}

const cell = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(2));
