import type { CaseKind, Note } from './case.ts';
import type { Relation } from './may.ts';

/** What is said to the reporter, and by the reporter; all else is among those who have the report. */
const WITH_THE_REPORTER: ReadonlySet<string> = new Set(['ask', 'answer', 'close']);

/** The notes of a case that somebody with this relation may read. Ask `may` first whether they may open it at all. */
export function notesFor(relation: Relation, kind: CaseKind, notes: readonly Note[]): readonly Note[] {
  if (kind === 'doubt' || relation !== 'asker') return notes;
  return notes.filter(({ verb }) => WITH_THE_REPORTER.has(verb));
}
