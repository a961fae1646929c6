import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * The import direction of the house (README, "The house"): a room may import the rooms to its right, never one to its left
 * and never one beside it. Type imports count too: they tie rooms together just as well.
 */
const arrows = [
  ['main', 'cli'],
  ['config', 'server', 'teams', 'slack', 'page', 'mail', 'dossier', 'delivery', 'metrics', 'store'],
  ['bot'],
  ['answer', 'doubt', 'report'],
  ['handover', 'cards'],
  ['protocol', 'organisation', 'conversation', 'http'],
  ['content'],
];

/** Packages that one room keeps to itself, so that a successor is one room's work. */
const keptIn: readonly { readonly packages: RegExp; readonly room: string }[] = [
  { packages: /^bot(builder|framework-)/, room: 'teams' },
  { packages: /^@slack\//, room: 'slack' },
  { packages: /^(kysely|pg|node:sqlite)/, room: 'store' },
  { packages: /^nodemailer/, room: 'mail' },
  { packages: /^restify$/, room: 'server' },
  { packages: /^adaptivecards-templating/, room: 'cards' },
  { packages: /^(js-)?yaml$/, room: 'content' },
  { packages: /^(pdfkit|dejavu-)/, room: 'dossier' },
  { packages: /^@prometheus-io\//, room: 'metrics' },
  { packages: /^minisearch$|^@orama\//, room: 'answer' },
];

/** The command-line tools measure other packages beside ours. */
const freeOfKeeping = new Set(['cli']);

type Import = { readonly file: string; readonly target: string };

function imports(folder: string): Import[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const found = [
        ...text.matchAll(/^(?:import|export)\b[^;'"]*?(?:from\s+)?['"]([^'"]+)['"]/gms),
        ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
      ];
      return found.map((match) => ({ file, target: match[1] ?? '' }));
    });
}

const roomOf = (file: string) =>
  file
    .replace(/^src\//, '')
    .replace(/\.ts$/, '')
    .split('/')[0] ?? '';
const level = (room: string) => arrows.findIndex((rooms) => rooms.includes(room));
const resolved = ({ file, target }: Import) => normalize(join(dirname(file), target));

/** What is wrong with an import, or undefined. */
function fault({ file, target }: Import): string | undefined {
  const from = roomOf(file);
  const keeper = keptIn.find(({ packages }) => packages.test(target));
  if (keeper !== undefined && keeper.room !== from && !freeOfKeeping.has(from))
    return `${file}: ${target} stays in src/${keeper.room}`;
  if (!target.startsWith('.')) return undefined;
  const to = resolved({ file, target });
  if (!to.startsWith('src/')) return `${file} imports ${to}, which is outside src/`;
  const room = roomOf(to);
  if (level(from) < 0) return `${file} is in room "${from}", which the house does not have`;
  return room === from || level(room) > level(from) ? undefined : `${file} imports ${to}: not to the right of ${from}`;
}

function circleIn(all: readonly Import[]): string | undefined {
  const graph = Map.groupBy(
    all.filter(({ target }) => target.startsWith('.')),
    ({ file }) => normalize(file),
  );
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].join(' → ');
    if (done.has(file)) return undefined;
    for (const each of graph.get(file) ?? []) {
      const circle = visit(resolved(each), [...path, file]);
      if (circle !== undefined) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

/**
 * The first call made on what `writeHead` gives back, if any. restify replaces `ServerResponse.prototype.writeHead` for the
 * whole process by one that gives nothing back, whatever the types say: such a call breaks as soon as anybody loads restify.
 */
const chainedOnWriteHead = (text: string): string | undefined =>
  /\.writeHead\((?:[^()]|\([^()]*\))*\)\s*\.\w+/.exec(text)?.[0];

describe('the house', () => {
  const all = imports('src');

  test('is read at all', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all).toContainEqual({ file: 'src/main.ts', target: './bot.ts' });
  });

  test('imports run one way', () => expect(all.map(fault).filter((each) => each !== undefined)).toEqual([]));

  test('has no circle', () => expect(circleIn(all)).toBeUndefined());

  test.each([
    ['leftwards', { file: 'src/answer/engine.ts', target: '../bot.ts' }],
    ['beside', { file: 'src/page/page.ts', target: '../teams/teams.ts' }],
    ['a kept package', { file: 'src/bot.ts', target: 'botbuilder' }],
    ['the tests', { file: 'src/bot.ts', target: '../test/house.test.ts' }],
    ['an unknown room', { file: 'src/util/strings.ts', target: './more.ts' }],
  ])('refuses an import %s', (_, each) => expect(fault(each)).toBeDefined());

  test('finds a circle', () => {
    const circle = [
      { file: 'src/a/x.ts', target: './y.ts' },
      { file: 'src/a/y.ts', target: './x.ts' },
    ];
    expect(circleIn(circle)).toBe('src/a/x.ts → src/a/y.ts → src/a/x.ts');
  });

  test.each(['src', 'test'])('calls nothing on what writeHead gives back, in %s', (folder) => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.m?[jt]s$/.test(name));
    const found = files.map((name) => chainedOnWriteHead(readFileSync(join(folder, name), 'utf8')));
    expect(found.filter((each) => each !== undefined)).toEqual([]);
  });

  test('finds a call on what writeHead gives back', () => {
    const one = ['response.writeHead', "(answer(1), { a: 'b' })\n  .end"].join('');
    expect(chainedOnWriteHead(`${one}(text)`)).toBe(one.slice('response'.length));
  });
});
