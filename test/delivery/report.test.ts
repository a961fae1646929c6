import { expect, test } from 'vitest';
import { send } from '../../src/handover/desk.ts';
import type { Request } from '../../src/handover/opening.ts';
import { email, person, recipient, reporting } from '../handover/world.ts';
import { type World, world } from './world.ts';

/** What a report adds to delivery: questions, reminders after receipt, and cards that are taken back. */

async function reported(changes: Partial<Request> = {}): Promise<World & { readonly ref: string }> {
  const it = await world();
  const sent = await send(it.desk, { ...reporting, ...changes }, { fields: { wat: 'een geheim' }, notes: [] }, 'n-1');
  if (sent.kind !== 'sent') throw new Error('nobody');
  await it.at(0);
  return { ...it, ref: sent.case.ref };
}

const about = ({ post }: World, name: string) => post.log.filter((line) => line.split(' ')[1] === name);

test('from notice to closing: the question, its reminder, the answer and the end are each a card that is noticed', async () => {
  const it = await reported({ beside: [[recipient('fg')]] });
  const { at, act, ref, logged, desk } = it;
  await act(ref, person('fg'), { verb: 'receive' });
  await at(1);
  await act(ref, person('teamleider'), { verb: 'ask', text: 'Waar was dat?' });
  await at(1);
  await at(17);
  await at(18);
  await act(ref, person('docent'), { verb: 'answer', text: 'In de kantine' });
  await at(19);
  await at(60);
  await act(ref, person('teamleider'), { verb: 'close', outcome: 'gesprek', feedback: 'Er is gepraat.' });
  await at(61);
  expect(about(it, 'docent')).toEqual([
    'notify docent question',
    'update docent moved',
    'notify docent question-remind',
    'update docent tell',
    'update docent moved',
    'notify docent news',
  ]);
  expect(about(it, 'teamleider')).toEqual([
    'notify teamleider notify',
    'update teamleider moved',
    'notify teamleider news',
    'update teamleider moved',
    'notify teamleider follow-up',
    'update teamleider tell',
  ]);
  expect(about(it, 'fg')).toEqual(['notify fg notify', 'update fg tell']);
  expect(await desk.cases.nextDueAt()).toBeUndefined();
  expect(await desk.cases.verifyJournal()).toMatchObject({ faults: [] });
  expect(logged).toEqual([]);
});

test('late feedback reaches the operator and who has it, every day', async () => {
  const { at, act, ref, logged, post } = await reported();
  await act(ref, person('teamleider'), { verb: 'start' });
  await at(0);
  for (let hours = 40; hours <= 92 * 24 + 8; hours += 8) await at(hours);
  expect(logged.map(({ signal }) => signal)).toEqual(['feedback-late', 'feedback-late']);
  expect(post.log.at(-1)).toBe('notify teamleider overdue');
});

test('who is excluded sees nothing any more on the card they have, and who has none gets none', async () => {
  const it = await reported({ recipients: ['teamleider', 'ict'].map(recipient), beside: [[recipient('fg')]] });
  const { at, act, ref, desk } = it;
  await at(1);
  await act(ref, person('fg'), { verb: 'exclude', emails: ['teamleider', 'collega', 'bestuur'].map(email) });
  await at(2);
  expect(about(it, 'teamleider')).toEqual(['notify teamleider notify', 'update teamleider recall']);
  expect(about(it, 'ict')).toEqual(['notify ict notify']);
  expect([...about(it, 'collega'), ...about(it, 'bestuur')]).toEqual([]);
  expect((await desk.cases.rowsOf(ref)).map((row) => row.person)).not.toContain(email('teamleider'));
});

test('a card that was on its way to somebody who is excluded meanwhile is taken back, by whichever server brought it', async () => {
  const it = await world();
  const { desk, post, another } = it;
  const sent = await send(desk, { ...reporting, beside: [[recipient('fg')]] }, { fields: {}, notes: [] }, 'n');
  if (sent.kind !== 'sent') throw new Error('nobody');
  const { ref } = sent.case;
  const { messenger } = post;
  const notify = messenger.notify;
  const other = another();
  Object.assign(messenger, {
    notify: async (...given: Parameters<typeof notify>) => {
      if (given[0].email === email('teamleider')) {
        await it.act(ref, person('fg'), { verb: 'exclude', emails: [email('teamleider')] });
        await other.drain();
        expect((await desk.cases.rowsOf(ref)).map((row) => row.person)).not.toContain(email('teamleider'));
      }
      return notify(...given);
    },
  });
  await it.at(0);
  expect(about(it, 'teamleider')).toEqual(['notify teamleider notify', 'update teamleider recall']);
});

test('nothing is sent to somebody who is excluded between the claim and the card', async () => {
  const it = await world();
  const { desk, another } = it;
  const sent = await send(desk, { ...reporting, beside: [[recipient('fg')]] }, { fields: {}, notes: [] }, 'n');
  if (sent.kind !== 'sent') throw new Error('nobody');
  let excluded = false;
  const load = async (ref: string) => {
    if (!excluded) {
      excluded = true;
      await it.act(ref, person('fg'), { verb: 'exclude', emails: [email('teamleider')] });
    }
    return desk.cases.load(ref);
  };
  await another({ desk: { ...desk, cases: { ...desk.cases, load } } }).drain();
  expect(excluded).toBe(true);
  expect(about(it, 'teamleider')).toEqual([]);
  expect((await desk.cases.rowsOf(sent.case.ref)).map((row) => row.person)).not.toContain(email('teamleider'));
});
