import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { wayOf } from '../bot/cases/world.ts';
import { referencesIn } from '../fakes/forms.ts';
import { lettersIn } from '../fakes/slack/letters.ts';
import { type Program, startProgram } from '../fakes/slack/program.ts';
import { type Button, buttonsIn, type Someone, someone } from '../fakes/slack/someone.ts';
import type { Message } from '../fakes/slack/state.ts';

/** The whole program in a school that uses only Slack. */

const CANARY = 'kanarievogel 4711';

let program: Program;
let asker: Someone;
let leader: Someone;

beforeAll(async () => {
  program = await startProgram();
  const { workspace, sender } = program;
  asker = someone(workspace, sender, 'docent.wiskunde@voorbeeld.example');
  leader = someone(workspace, sender, 'teamleider.onderbouw@voorbeeld.example');
});

afterAll(async () => {
  const code = await program.main.stop();
  expect(program.main.log()).not.toContain(CANARY);
  expect(program.main.log()).not.toMatch(/voorbeeld\.example|xoxb|8f742231/);
  await program.workspace.close();
  expect(code).toBe(0);
});

const letters = (value: unknown) => lettersIn(value).join('\n');
const soon = <T>(look: () => T): Promise<T> => vi.waitFor(look, 60_000);

/** Clicks the button that fits, and waits for what comes of it. */
async function clicked(on: Message, fits: (button: Button) => boolean, done: () => unknown): Promise<void> {
  const found = buttonsIn(on.blocks).find(fits);
  if (found === undefined)
    throw new Error(`no such button; there is ${buttonsIn(on.blocks).map(({ title }) => title)}`);
  await asker.clicks(on, found.title);
  await soon(done);
}

test('without credentials of Microsoft nobody can pose as Teams, and there is no page', async () => {
  const { url } = program.main;
  const teams = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(teams.status).toBe(404);
  expect((await fetch(url)).status).toBe(404);
  await soon(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200));
  expect(program.main.log()).toContain('Waiting at /slack/events');
});

test('a doubt, from question to decision, across real processes and real time', async () => {
  await asker.says('twijfel');
  await soon(() => expect(letters(asker.last().blocks)).toContain('Samen afwegen'));
  for (const choice of wayOf('calvijn').choices.split(' ')) {
    const before = letters(asker.last().blocks);
    const changed = () => expect(letters(asker.last().blocks)).not.toBe(before);
    await clicked(asker.last(), ({ value }) => JSON.parse(value).keuze === choice, changed);
  }
  const opened = () => expect(asker.modal()).toBeDefined();
  await clicked(asker.last(), ({ verb }) => verb === 'vraag-aan', opened);
  await asker.submits({ draft: `Bericht ${CANARY}`, vraag: `Mag dit? ${CANARY}` });
  await soon(() => expect(leader.messages()).toHaveLength(1));
  const [ref] = referencesIn(letters(leader.last().blocks).split('\n'));
  expect(ref).toMatch(/^V-/);
  await leader.clicks(leader.last(), 'Openen');
  await soon(() => expect(letters(leader.modal()?.view)).toContain(CANARY));
  expect((await leader.submits({ besluit: 'niet-plaatsen', toelichting: CANARY })).body).toEqual({
    response_action: 'clear',
  });
  await soon(() => expect(letters(asker.last().blocks)).toContain('Niet plaatsen'));
  expect(JSON.stringify([...program.workspace.messages.values()])).not.toContain(CANARY);
  // In real time Slack may say once to wait a second, which is obeyed: the card arrived.
  const refused = program.workspace.refused().map(({ outcome }) => outcome);
  expect(refused.filter((outcome) => !('error' in outcome) || outcome.error !== 'ratelimited')).toEqual([]);
});
