import { expect, test } from 'vitest';
import type { Within } from '../../src/slack/submitting.ts';
import { TYPED, wayOf } from '../bot/cases/world.ts';
import { type School, startSchool } from '../fakes/slack/school.ts';
import { eventOf } from '../fakes/slack/sender.ts';
import type { Someone } from '../fakes/slack/someone.ts';
import { BOT, TEAM } from '../fakes/slack/state.ts';
import { click, letters, modalOf, refsIn, seen, submit, walked } from './steps.ts';

/** One form, one case: sent twice, at once, late, over a store that fails or waits, and replayed. */

const calvijn = wayOf('calvijn');

/** The form for a doubt, open, in the asker's own chat. */
async function formAt(school: School): Promise<Someone> {
  const asker = school.as(calvijn.asker);
  await asker.says('twijfel');
  await school.settle();
  await click(school, asker, await walked(school, asker, calvijn.choices, () => asker.last()), 'Vraag het aan');
  return asker;
}

const casesOf = async (school: School) => (await school.cases.verifyJournal()).cases;
const NOT_SAVED = {
  response_action: 'errors',
  errors: { 'veld-draft': expect.stringContaining('nog niet opgeslagen') },
};

test('the store fails: the form says so and keeps everything; sent again it is one case', async () => {
  const school = await startSchool();
  const asker = await formAt(school);
  school.breakStore('create');
  expect(await submit(school, asker, TYPED)).toEqual(NOT_SAVED);
  expect(modalOf(asker)).toBeDefined();
  expect(school.failed).toHaveLength(1);
  school.heal();
  expect(await submit(school, asker, TYPED)).toEqual({ response_action: 'clear' });
  expect(await casesOf(school)).toBe(1);
  expect(seen(asker)).toHaveLength(1);
});

/** Slack stops waiting when the test says so. */
function patience(): { within: Within; runOut(): void } {
  let late = Promise.withResolvers<'late'>();
  return {
    within: (work) => Promise.race([work, late.promise]),
    runOut: () => {
      late.resolve('late');
      late = Promise.withResolvers<'late'>();
    },
  };
}

test('a form waits as long as Slack can; what nobody waits for is acknowledged within a second', async () => {
  const waited: number[] = [];
  const school = await startSchool({
    within: (work, ms) => {
      waited.push(ms);
      return work;
    },
  });
  const asker = await formAt(school);
  expect(waited).not.toEqual([]);
  for (const ms of waited.splice(0)) expect(ms).toBeLessThan(1000);
  await asker.submits(TYPED);
  expect(waited).toEqual([2000]);
});

test('the store waits: "nog niet opgeslagen", and once it is kept the modal and the chat say so', async () => {
  const { within, runOut } = patience();
  const school = await startSchool({ within });
  const asker = await formAt(school);
  school.slowStore('create');
  const answered = asker.submits(TYPED);
  await school.reached('create');
  runOut();
  expect((await answered).body).toEqual(NOT_SAVED);
  expect(await casesOf(school)).toBe(0);
  expect(seen(asker).join()).not.toMatch(/V-/);
  school.heal();
  await school.settle();
  expect(await casesOf(school)).toBe(1);
  const [ref = ''] = refsIn(asker);
  expect(ref).toMatch(/^V-/);
  expect(letters(modalOf(asker).view)).toContain(ref);
});

test('the store waits and it is sent again: one case, one card', async () => {
  const { within, runOut } = patience();
  const school = await startSchool({ within });
  const asker = await formAt(school);
  school.slowStore('create');
  const first = asker.submits(TYPED);
  await school.reached('create');
  runOut();
  expect((await first).body).toEqual(NOT_SAVED);
  const second = asker.submits(TYPED);
  school.heal();
  await second;
  await school.settle();
  expect(await casesOf(school)).toBe(1);
  expect(seen(asker)).toHaveLength(1);
});

test('the same when it was not opened from a message: one card in the own chat', async () => {
  const { within, runOut } = patience();
  const school = await startSchool({ within });
  const asker = school.as(calvijn.asker);
  await asker.shortcut('twijfel');
  await school.settle();
  await click(school, asker, await walked(school, asker, calvijn.choices, () => modalOf(asker)), 'Vraag het aan');
  school.slowStore('create');
  const first = asker.submits(TYPED);
  await school.reached('create');
  runOut();
  expect((await first).body).toEqual(NOT_SAVED);
  school.heal();
  await school.settle();
  // The modal says by now that it was kept; who sends the form all the same, from before, changes that card.
  await school.slack.sender.payload(asker.submission(asker.lastSent(), TYPED));
  await school.settle();
  expect(await casesOf(school)).toBe(1);
  expect(seen(asker)).toHaveLength(1);
});

test('control: without the commit before the answer the form would look kept when it is not', async () => {
  const school = await startSchool({ within: async () => 'late' as const });
  const asker = await formAt(school);
  school.breakStore('create');
  // Whoever answers at once cannot know: this channel then says that it is not saved, never that it is.
  expect(await submit(school, asker, TYPED)).toMatchObject({ response_action: 'errors' });
  expect(await casesOf(school)).toBe(0);
});

test('Slack is away when somebody must be recognised: nothing typed is lost', async () => {
  const school = await startSchool();
  const asker = await formAt(school);
  school.forget();
  school.slack.workspace.trouble({ method: 'users.info', error: 'internal_error' });
  // An hour later the channel no longer remembers by itself.
  school.slack.pass(2 * 60 * 60_000);
  expect(await submit(school, asker, TYPED)).toMatchObject({ response_action: 'errors' });
  expect(await submit(school, asker, TYPED)).toEqual({ response_action: 'clear' });
  expect(await casesOf(school)).toBe(1);
});

test('everything twice is done once', async () => {
  const school = await startSchool();
  const asker = school.as(calvijn.asker);
  const { sender } = school.slack;
  const event = eventOf(TEAM, BOT, {
    type: 'message',
    channel_type: 'im',
    channel: asker.chat,
    user: asker.user.id,
    text: 'help',
    ts: '1700000000.000001',
  });
  for (const retry of ['0', '1', '2', '3']) {
    const headers = retry === '0' ? {} : { 'x-slack-retry-num': retry, 'x-slack-retry-reason': 'http_timeout' };
    expect((await sender.json(event, headers)).status).toBe(200);
  }
  await school.settle();
  expect(seen(asker)).toHaveLength(1);
});

test('a form that is replayed within five minutes has no second effect and the same answer', async () => {
  const school = await startSchool();
  const asker = await formAt(school);
  const view = modalOf(asker);
  const payload = asker.submission(view, TYPED);
  const first = await school.slack.sender.payload(payload);
  await school.settle();
  const calls = school.slack.workspace.calls.length;
  const second = await school.slack.sender.payload(payload);
  await school.settle();
  expect(second).toEqual(first);
  expect(school.slack.workspace.calls).toHaveLength(calls);
  expect(await casesOf(school)).toBe(1);
  // Past the memory of this process only the nonce is left: still one case.
  school.slack.pass(20 * 60_000);
  await school.slack.sender.payload(payload);
  await school.settle();
  expect(await casesOf(school)).toBe(1);
  expect(seen(asker)).toHaveLength(1);
});

test('a form of somebody else, sent with their words by another person, is of that person', async () => {
  const school = await startSchool();
  const asker = await formAt(school);
  const thief = school.as('docent.geschiedenis');
  const payload = { ...asker.submission(modalOf(asker), TYPED), user: { id: thief.user.id, team_id: TEAM } };
  await school.slack.sender.payload(payload);
  await school.settle();
  expect(seen(asker).join()).not.toMatch(/V-/);
  expect((await school.cases.listFor('example', asker.user.email)).cases).toEqual([]);
});

test('Slack does not answer for a while: the case is kept, and its cards come later', async () => {
  const school = await startSchool();
  const contact = school.as(calvijn.contact);
  const asker = await formAt(school);
  school.slack.workspace.outage(true);
  const { body } = await asker.submits(TYPED);
  expect(body).toEqual({ response_action: 'clear' });
  await school.settle();
  expect(await casesOf(school)).toBe(1);
  expect(seen(contact)).toEqual([]);
  school.slack.workspace.outage(false);
  await school.later(1);
  expect(seen(contact)).toHaveLength(1);
});

test('when Slack asks to wait, the card waits that long', async () => {
  const school = await startSchool();
  const contact = school.as(calvijn.contact);
  const asker = await formAt(school);
  school.slack.workspace.trouble({ method: 'chat.postMessage', status: 429, retryAfter: 3 });
  await submit(school, asker, TYPED);
  expect(seen(contact)).toHaveLength(1);
  expect(school.slack.waits).toContain(3000);
});
