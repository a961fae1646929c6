import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { folderOf } from '../fakes/content.ts';
import { run } from '../fakes/run.ts';
import { startMain } from '../fakes/started.ts';
import { foundIn } from '../store/found-in.ts';
import { freshFolder, KEY } from '../store/place.ts';

/**
 * Names and numbers in questions that the protocol does not answer, with the whole program: they are searched for in all that is
 * kept and shown, the list for who owns the protocol included. The control is the same program with the blotting taken out.
 */

const marks = ['zeearend', 'pimpelmees', 'jeroen', '40412345', 'ijsvogel', '4711'];
const questions = [
  'Hoeveel vakantiedagen heeft zeearend dit jaar?',
  'Hoeveel vakantiedagen heeft Pimpelmees dit jaar?',
  'Hoeveel vakantiedagen heeft jeroen dit jaar?',
  'Hoeveel vakantiedagen heb ik dit jaar, bel je 06-40412345?',
  'Hoeveel vakantiedagen heb ik dit jaar, mail je ijsvogel@school.example?',
  'Hoeveel vakantiedagen heeft klas 4711b dit jaar?',
];
const asker = 'docent.wiskunde@voorbeeld.example';
const owner = 'vestigingsdirecteur@voorbeeld.example';

function namedBoard(): string {
  const example = readFileSync('organisations/example.yaml', 'utf8');
  const line = `  - email: ${asker}\n`;
  if (!example.includes(line)) throw new Error('organisations/example.yaml knows the asker');
  const board = folderOf({ 'example.yaml': example.replace(line, `${line}    name: Kwikstaart Zeearend\n`) });
  onTestFinished(board.remove);
  return board.folder;
}

/** Everything that is kept or shown after these questions and a thumb down, by where it is. */
async function placesAfter(node: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const env = { DATA_DIR: freshFolder(), DATA_KEY: KEY, ORGANISATIONS: namedBoard(), LOG_LEVEL: 'debug' };
  const main = await startMain(env, node);
  onTestFinished(async () => void (await main.kill()));
  const session = randomUUID();
  const does = async (as: string, what: unknown): Promise<string> => {
    const body = JSON.stringify({ session, protocol: 'calvijn', as, what });
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${main.url}/page/event`, { method: 'POST', headers, body })).text();
  };
  let answer = '';
  for (const text of questions) answer = await does(asker, { kind: 'text', text });
  const [, key = ''] = /"verb":"duim","data":\{"answer":"([^"]+)"/.exec(answer) ?? [];
  // Clicked twice, as people do: it counts once.
  const thumb = { kind: 'action', verb: 'duim', data: { answer: key, op: 'fout' } };
  for (const thanks of await Promise.all([does(asker, thumb), does(asker, thumb)])) {
    expect(thanks).toContain('Bedankt.');
  }
  // What is asked is answered before it is kept.
  const list = await vi.waitFor(async () => {
    const shown = await does(owner, { kind: 'text', text: 'vragen zonder antwoord' });
    expect(shown).toContain(`${questions.length} keer geen antwoord · 1 keer een duim omlaag`);
    return shown;
  });
  const metrics = await (await fetch(`${main.url}/metrics`)).text();
  // While the server runs.
  const gaps = (...args: readonly string[]) => run('src/cli/gaps.ts', args, { env });
  const [spoken, json] = await Promise.all([gaps(), gaps('--json')]);
  expect([spoken.code, json.code, spoken.err + json.err]).toEqual([0, 0, '']);
  expect(await main.stop()).toBe(0);
  return {
    list,
    metrics,
    spoken: spoken.out,
    json: json.out,
    log: main.log(),
    files: marks.filter((mark) => foundIn(env.DATA_DIR, mark).length > 0).join(' '),
  };
}

/** Which marks are where; a time or a number of the log is no telephone number. */
const foundAt = (places: Readonly<Record<string, string>>) =>
  Object.entries(places).flatMap(([place, text]) => {
    const found = marks.filter((mark) => text.toLowerCase().includes(mark));
    return found.length === 0 ? [] : [[place, found]];
  });

test('names and numbers in a question that is kept are nowhere; without the blotting they are', async () => {
  const [places, control] = await Promise.all([
    placesAfter([]),
    placesAfter(['--import', './test/fakes/unblotted.ts']),
  ]);
  expect(foundAt(places)).toEqual([]);
  // Who asked is nowhere either.
  expect(JSON.stringify([places.list, places.spoken, places.json])).not.toContain('docent');
  expect(places.spoken).toContain('vakantiedagen');
  expect(JSON.parse(places.json ?? '')).toMatchObject([
    { organisation: 'example', owner: 'schoolleiding', protocol: 'calvijn', unanswered: questions.length, down: 1 },
  ]);
  expect(Object.fromEntries(foundAt(control))).toMatchObject({ spoken: marks, json: marks });
});
