import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { wayOf } from '../bot/cases/world.ts';
import { referencesIn } from '../fakes/forms.ts';
import { lettersIn } from '../fakes/slack/letters.ts';
import { type Program, startProgram } from '../fakes/slack/program.ts';
import { type Button, buttonsIn, type Someone, someone } from '../fakes/slack/someone.ts';
import type { Message } from '../fakes/slack/state.ts';
import { foundIn } from '../store/found-in.ts';
import { KEY } from '../store/place.ts';

/** The whole program in a school that uses only Slack. What is typed into forms is in no chat, no log and no file. */

const CANARY = 'kanarievogel 4711';

let program: Program;
let asker: Someone;
let leader: Someone;
const folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-'));
const refs: string[] = [];

beforeAll(async () => {
  program = await startProgram({ DATA_DIR: folder, DATA_KEY: KEY });
  const { workspace, sender } = program;
  asker = someone(workspace, sender, 'docent.wiskunde@voorbeeld.example');
  leader = someone(workspace, sender, 'teamleider.onderbouw@voorbeeld.example');
});

afterAll(async () => {
  const code = await program.main.stop();
  expect(program.main.log()).not.toContain(CANARY);
  expect(program.main.log()).not.toMatch(/voorbeeld\.example|xoxb|8f742231/);
  expect(foundIn(folder, CANARY)).toEqual([]);
  // The control: what is not secret is there, in the very files that were searched.
  expect(refs).toHaveLength(2);
  for (const ref of refs) expect(foundIn(folder, ref)).toContain('bij-twijfel.db');
  expect(inChats()).toContain(refs[0]);
  expect(inChats()).not.toContain(CANARY);
  rmSync(folder, { recursive: true });
  await program.workspace.close();
  expect(code).toBe(0);
});

/** Everything that was ever written in a chat, and old versions of it; modals are for who reads or types there. */
const inChats = (): string =>
  JSON.stringify(program.workspace.calls.filter(({ method }) => !/^views\.(open|push|update)$/.test(method)));

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
  // What the details of the app lead to is there for everybody.
  const about = await fetch(`${url}/over`);
  expect([about.status, about.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await about.text()).toMatch(/Wat het bewaart.*functionaris gegevensbescherming/s);
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
  const [ref = ''] = referencesIn(letters(leader.last().blocks).split('\n'));
  expect(ref).toMatch(/^V-/);
  refs.push(ref);
  await leader.clicks(leader.last(), 'Openen');
  await soon(() => expect(letters(leader.modal()?.view)).toContain(CANARY));
  expect((await leader.submits({ besluit: 'niet-plaatsen', toelichting: CANARY })).body).toEqual({
    response_action: 'clear',
  });
  await soon(() => expect(letters(asker.last().blocks)).toContain('Niet plaatsen'));
  // In real time Slack may say once to wait a second, which is obeyed: the card arrived.
  const refused = program.workspace.refused().map(({ outcome }) => outcome);
  expect(refused.filter((outcome) => !('error' in outcome) || outcome.error !== 'ratelimited')).toEqual([]);
});

test('a report, read by who has it, and asked about', async () => {
  const { workspace, sender } = program;
  const handler = someone(workspace, sender, 'vestigingsdirecteur@voorbeeld.example');
  await asker.command('/meld', `Ze schelden een leerling uit. ${CANARY}`);
  await soon(() => expect(asker.modal()).toBeDefined());
  await asker.submits({ waar: CANARY, speelt: 'ja' });
  expect((await asker.submits()).body).toEqual({ response_action: 'clear' });
  await soon(() => expect(handler.messages()).toHaveLength(1));
  const [ref = ''] = referencesIn(letters(handler.last().blocks).split('\n'));
  refs.push(ref);
  await handler.clicks(handler.last(), 'Openen');
  await soon(() => expect(letters(handler.modal()?.view)).toContain(CANARY));
  await handler.clicks(handler.modal() ?? handler.last(), 'Iets vragen aan de melder');
  await soon(() => expect(letters(handler.modal()?.view)).toContain('Je vraag'));
  await handler.submits({ tekst: `Waar was dit? ${CANARY}` });
  await soon(() => expect(letters(asker.last().blocks)).toContain('Vraag aan jou'));
  for (const who of [asker, handler]) await who.opensHome();
  await soon(() => expect(workspace.homes.size).toBe(2));
  const metrics = await fetch(`${program.main.url}/metrics`);
  expect(await metrics.text()).not.toContain(CANARY);
});
