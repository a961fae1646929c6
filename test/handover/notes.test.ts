import { expect, test } from 'vitest';
import type { Note } from '../../src/handover/case.ts';
import { relations } from '../../src/handover/may.ts';
import { notesFor } from '../../src/handover/notes.ts';

const verbs = ['ask', 'answer', 'note', 'duty:ouders', 'pass-on', 'close', 'something new'];
const notes: Note[] = verbs.map((verb) => ({ verb, by: 'x', at: '', text: verb }));

test('the reporter reads what was said to them and what they said, and nothing else', () => {
  expect(notesFor('asker', 'report', notes).map(({ verb }) => verb)).toEqual(['ask', 'answer', 'close']);
});

test.each(relations.filter((each) => each !== 'asker'))('%s, if they may open it, reads all of it', (relation) => {
  expect(notesFor(relation, 'report', notes)).toEqual(notes);
});

test('of a doubt the asker reads all of it', () => {
  expect(notesFor('asker', 'doubt', notes)).toEqual(notes);
});
