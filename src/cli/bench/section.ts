/** One table of the bench, with what it aims for. */
export type Section = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly aims: readonly Aim[];
  /** How it was measured. */
  readonly notes: readonly string[];
};

/** What a figure should be, what it was, and whether that is enough. */
export type Aim = { readonly aim: string; readonly figure: string; readonly met: boolean };

/** A section as text, its aims under its table. */
export function printed(section: Section): string {
  const cells = [section.columns, ...section.rows.map((row) => row.map(cell))];
  const widths = section.columns.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  const lines = cells.map((row) =>
    row.map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0))).join('  '),
  );
  return [
    section.title,
    ...lines.map((line) => `  ${line}`),
    ...section.aims.map(({ aim, figure, met }) => `  ${met ? 'met    ' : 'NOT MET'}  ${aim}: ${figure}`),
    ...section.notes.map((note) => `  · ${note}`),
    '',
  ].join('\n');
}

function cell(value: string | number): string {
  if (typeof value === 'string') return value;
  if (Number.isNaN(value)) return '–';
  return Math.abs(value) >= 100 ? String(Math.round(value)) : value.toFixed(Math.abs(value) >= 10 ? 1 : 3);
}
