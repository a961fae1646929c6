import { describe, expect, test } from 'vitest';
import { newsAt } from '../../src/delivery/news.ts';
import { recallAll } from '../../src/delivery/sending.ts';
import { send } from '../../src/handover/desk.ts';
import { type Stage, stages } from '../../src/handover/stages.ts';
import { email, everybodysCase, person, recipient, request } from '../handover/world.ts';
import { screenOf, type World, world } from './world.ts';

/** What must be noticed comes as a new card; the one before becomes a quiet line. What need not be, changes a card. */

const MINUTE = 1 / 60;

/** The asker's own card, as a channel tells of it. */
const ownCard = { person: email('docent'), channel: 'teams', conversation: 'teams:docent', messageId: 'own' } as const;

async function opened(): Promise<World & { readonly ref: string }> {
  const it = await world();
  const ref = await it.open();
  await it.desk.cases.rememberMessage(ref, ownCard);
  await it.at(0);
  return { ...it, ref };
}

describe('a new card, and the one before quiet', () => {
  test('for the decision', async () => {
    const { at, act, post, ref, desk } = await opened();
    await at(1);
    await act(ref, person('teamleider'), { verb: 'decide', kind: 'akkoord' });
    await at(1 + MINUTE);
    const asker = post.log.filter((line) => line.includes('docent'));
    expect(asker).toEqual(['update docent moved', 'notify docent tell']);
    expect(post.log).toContain('update teamleider tell');
    // The quiet one is forgotten: the next step changes the new one.
    expect((await desk.cases.messagesOf(ref)).find((each) => each.person === email('docent'))?.messageId).not.toBe(
      'own',
    );
  });

  test('for a call that is asked for, once; the steps after it change that card', async () => {
    const { at, act, post, ref } = await opened();
    await at(1);
    await act(ref, person('teamleider'), { verb: 'decide', kind: 'bel-me' });
    await at(1 + MINUTE);
    await at(9);
    await at(10);
    const asker = post.log.filter((line) => line.includes('docent'));
    expect(asker).toEqual(['update docent moved', 'notify docent tell', 'update docent tell']);
  });

  test('for who gets back what they had before', async () => {
    const { at, act, post, ref } = await opened();
    const to = (name: string) => ({ verb: 'pass-on', to: recipient(name), reason: 'van jou' }) as const;
    await at(1);
    await act(ref, person('teamleider'), to('directeur'));
    await at(2);
    await act(ref, person('directeur'), to('teamleider'));
    await at(3);
    const holder = post.log.filter((line) => line.includes('teamleider'));
    expect(holder.slice(1)).toEqual(['update teamleider tell', 'update teamleider moved', 'notify teamleider notify']);
  });
});

describe('the card they have', () => {
  test.each(['receive', 'withdraw'] as const)('changes at “%s”', async (verb) => {
    const { at, act, post, ref } = await opened();
    await at(1);
    await act(ref, person(verb === 'receive' ? 'teamleider' : 'docent'), { verb });
    await at(1 + MINUTE);
    expect(post.log.filter((line) => line.includes('docent'))).toEqual(['update docent tell']);
    expect(post.log.filter((line) => line.startsWith('notify'))).toHaveLength(1);
  });

  test('changes when it is newer than the news: somebody looked before it was brought', async () => {
    const { at, act, post, ref, desk } = await opened();
    post.trouble('docent', { refused: 'temporary' });
    await at(1);
    await act(ref, person('teamleider'), { verb: 'decide', kind: 'akkoord' });
    await at(1);
    await at(1 + MINUTE / 10);
    await desk.cases.rememberMessage(ref, { ...ownCard, messageId: 'looked' });
    await at(2);
    expect(post.log.filter((line) => line.includes('docent'))).toEqual(['update docent tell']);
  });
});

test('a platform that is away for now keeps the card as it is until it takes both', async () => {
  const { at, act, post, ref } = await opened();
  post.trouble('docent', { refused: 'temporary' });
  await at(1);
  await act(ref, person('teamleider'), { verb: 'decide', kind: 'akkoord' });
  await at(1 + MINUTE / 60);
  expect(post.log.filter((line) => line.includes('docent'))).toEqual([]);
  await at(1 + MINUTE);
  expect(post.log.filter((line) => line.includes('docent'))).toEqual(['update docent moved', 'notify docent tell']);
});

test('a person who takes no new card sees on the old one how it stands, and the case goes on', async () => {
  const { at, post, ref, journal, desk } = await opened();
  const { messenger } = post;
  const notify = messenger.notify;
  // Changing a card still works, as after `MessageWritesBlocked`.
  Object.assign(messenger, {
    notify: async (...given: Parameters<typeof notify>) =>
      given[0].email === email('teamleider') ? { refused: 'permanent' } : notify(...given),
  });
  await at(4);
  const holder = post.log.filter((line) => line.includes('teamleider'));
  expect(holder).toEqual(['notify teamleider notify', 'update teamleider moved', 'update teamleider remind']);
  expect(await journal(ref)).toContain('escalate adjunct');
  expect((await desk.cases.load(ref))?.case.at).toBe(1);
});

test('who clicked while a card was on its way has one live card in the end', async () => {
  const { at, act, post, ref, desk } = await opened();
  const { messenger } = post;
  const notify = messenger.notify;
  const clicked = { ...ownCard, conversation: 'teams:docent-elsewhere', messageId: 'clicked' };
  Object.assign(messenger, {
    notify: async (...given: Parameters<typeof notify>) => {
      if (given[0].email === email('docent')) await desk.cases.rememberMessage(ref, clicked);
      return notify(...given);
    },
  });
  await at(1);
  await act(ref, person('teamleider'), { verb: 'decide', kind: 'akkoord' });
  await at(1 + MINUTE);
  const asker = post.log.filter((line) => line.includes('docent'));
  expect(asker).toEqual(['update docent moved', 'notify docent tell', 'update docent moved']);
});

test('the same nonce again sends nothing anew', async () => {
  const { at, open, post, desk } = await world();
  await open('n');
  await at(0);
  await send(desk, request, { fields: {}, notes: [] }, 'n');
  await at(1);
  expect(post.log).toEqual(['notify teamleider notify']);
});

test('what is recalled is taken from every card, and brought to nobody who has none', async () => {
  const { post, ref, desk } = await opened();
  const sending = { cases: desk.cases, messenger: post.messenger };
  const kase = { ref, organisation: request.organisation };
  await desk.cases.rememberMessage(ref, { ...ownCard, conversation: 'teams:docent-elsewhere', messageId: 'own2' });
  expect(await recallAll(sending, kase, email('docent'), screenOf('nothing'))).toBeUndefined();
  expect(await recallAll(sending, kase, email('collega'), screenOf('nothing'))).toBeUndefined();
  expect(post.log.slice(1)).toEqual(['update docent nothing', 'update docent nothing']);
  post.trouble('docent', { refused: 'temporary' });
  expect(await recallAll(sending, kase, email('docent'), screenOf('nothing'))).toEqual({ refused: 'temporary' });
});

describe('since when there is news', () => {
  const at = '2026-11-23T12:00:00.000Z';
  const dueAt = '2026-11-23T13:00:00.000Z';
  const decided = everybodysCase({ decision: { kind: 'akkoord', by: email('adjunct'), at } });
  const about = (stage: Stage, name: string) => newsAt(decided, { person: email(name), stage, dueAt });

  test.each(stages.filter((stage) => !['notify', 'tell', 'recall'].includes(stage)))(
    'at %s: since it is due',
    (stage) => {
      expect(about(stage, 'adjunct')).toBe(dueAt);
    },
  );

  test('a notice: since they have it; who has it no longer only sees a change', () => {
    expect(about('notify', 'adjunct')).toBe(decided.since);
    expect(about('notify', 'teamleider')).toBeUndefined();
  });

  test('a step: for the asker since the decision, for others never', () => {
    expect(about('tell', 'docent')).toBe(at);
    expect(about('tell', 'teamleider')).toBeUndefined();
    expect(newsAt(everybodysCase(), { person: email('docent'), stage: 'tell', dueAt })).toBeUndefined();
  });
});
