import { expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { Answers } from '../../src/answer/answers.ts';
import type { Event } from '../../src/conversation/event.ts';
import type { Messenger } from '../../src/handover/ports.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';

const CANARY = 'kanarievogel';
const EMAIL = 'docent@klein.example';

const event: Event = {
  who: { organisation: 'klein', platformId: `U-${CANARY}`, person: EMAIL, name: CANARY },
  where: { channel: 'teams', conversation: CANARY, privacy: 'private' },
  what: { kind: 'text', text: CANARY },
};
const screen = { name: 'x', summary: CANARY, card: { type: 'AdaptiveCard', version: '1.5', body: [] } } as const;
const person = { organisation: 'klein', email: EMAIL };
const message = { person: EMAIL, channel: 'teams', conversation: CANARY, messageId: CANARY } as const;

const metrics = (oldestDue: () => Promise<number> = async () => 0) => createMetrics({ oldestDue });

/** The value of one line, found by how it begins. */
const numberOf = (text: string, begins: string): string | undefined =>
  text
    .split('\n')
    .find((line) => line.startsWith(`${begins} `))
    ?.slice(begins.length + 1);

test('turns are counted and timed, also one that rejects', async () => {
  const counted = metrics();
  await counted.bot(async () => [])(event);
  await expect(counted.bot(() => Promise.reject(new Error(CANARY)))(event)).rejects.toThrow();
  const text = await counted.text();
  expect(numberOf(text, 'bijtwijfel_turn_seconds_count{channel="teams",kind="text"}')).toBe('2');
  expect(numberOf(text, 'bijtwijfel_turn_seconds_bucket{le="10",channel="teams",kind="text"}')).toBe('2');
});

test('answers are counted by their kind and given unchanged', async () => {
  const counted = metrics();
  const kinds: Answer['kind'][] = ['answer', 'unknown', 'unknown'];
  const given = kinds.map((kind) => ({ kind, silent: CANARY }) as Answer);
  const left = [...given];
  const answers = counted.answers({ ask: () => left.shift(), search: () => [] } as unknown as Answers);
  const asked = await Promise.all(given.map(() => answers.ask({} as never, CANARY, {})));
  expect(asked).toEqual(given);
  const text = await counted.text();
  expect(numberOf(text, 'bijtwijfel_answers_total{kind="unknown"}')).toBe('2');
  expect(numberOf(text, 'bijtwijfel_answers_total{kind="answer"}')).toBe('1');
});

test('deliveries are counted by what the platform said', async () => {
  const counted = metrics();
  const said = [{ refused: 'permanent' }, { refused: 'temporary', retryAfterMs: 5 }, message] as const;
  const left = [...said];
  const messenger: Messenger = {
    notify: async () => left.shift() ?? Promise.reject(new Error(CANARY)),
    update: async () => 'ok',
  };
  const measured = counted.messenger(messenger);
  for (const each of said) expect(await measured.notify(person, screen)).toEqual(each);
  await expect(measured.notify(person, screen)).rejects.toThrow(CANARY);
  expect(await measured.update(person, message, screen)).toBe('ok');
  const text = await counted.text();
  for (const outcome of ['refused_for_good', 'refused_for_now', 'taken', 'failed'])
    expect(numberOf(text, `bijtwijfel_deliveries_total{what="send",outcome="${outcome}"}`)).toBe('1');
  expect(numberOf(text, 'bijtwijfel_deliveries_total{what="update",outcome="taken"}')).toBe('1');
  expect(text).not.toMatch(new RegExp(`${CANARY}|@|klein`));
});

test('failures, the age of what is due, and a database that is away', async () => {
  const counted = metrics(async () => 75.5);
  counted.failed();
  const text = await counted.text();
  expect(numberOf(text, 'bijtwijfel_failures_total')).toBe('1');
  expect(numberOf(text, 'bijtwijfel_handover_oldest_due_seconds')).toBe('75.5');
  expect(numberOf(text, 'bijtwijfel_database_up')).toBe('1');
  expect(Number(numberOf(text, 'process_resident_memory_bytes'))).toBeGreaterThan(1e6);
  const away = await metrics(() => Promise.reject(new Error('down'))).text();
  expect(numberOf(away, 'bijtwijfel_database_up')).toBe('0');
});
