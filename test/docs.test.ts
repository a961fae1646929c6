import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

/** What the documents name is there: commands, files, variables, what goes into the container. */

const documents = [
  'README.md',
  'protocols/README.md',
  'organisations/README.md',
  ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [join('docs', name)] : [])),
];
const read = (file: string) => readFileSync(file, 'utf8');
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));

test.each(documents)('%s names commands that exist', (file) => {
  const named = [...read(file).matchAll(/npm run (?:-s )?([a-z][a-z:]*)/g)].map(([, name]) => name ?? '');
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test.each(documents)('%s links to files that exist', (file) => {
  const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(([, link]) => link ?? '');
  expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
});

test('every variable that is read from the environment stands in .env.example, and none besides', () => {
  const source = ['src/config.ts', 'src/config/slack.ts'].map(read).join('\n');
  const names = [...source.matchAll(/^ {2}([A-Z][A-Z_]+|MicrosoftApp\w+): (?:optional|orElse|variable)/gm)];
  const shown = [...read('.env.example').matchAll(/^#?([A-Z][A-Z_]+|MicrosoftApp\w+)=/gm)];
  const sorted = (found: readonly RegExpExecArray[]) => [...new Set(found.map(([, name]) => name))].toSorted();
  expect(sorted(shown)).toEqual(sorted(names));
  expect(sorted(names).length).toBeGreaterThan(15);
});

test('the container gets every folder that the program reads, and its context lets them in', () => {
  const copied = [...read('Containerfile').matchAll(/^COPY (?!--)(\S+(?: \S+)*) \S+$/gm)].flatMap(([, from]) =>
    from?.split(' '),
  );
  expect(new Set(copied)).toEqual(
    new Set(['package.json', 'package-lock.json', 'src', 'cards', 'manifest', 'protocols']),
  );
  const allowed = [...read('.dockerignore').matchAll(/^!(.+)$/gm)].map(([, name]) => name);
  expect(new Set(allowed)).toEqual(new Set(copied));
  // What the program imports when it runs is no development dependency: the container has none of those.
  const { devDependencies } = z
    .object({ devDependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read('package.json')));
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const imported = sources
    .filter((name) => !/^cli\/(bench|eval)/.test(name))
    .flatMap((name) => [
      ...read(join('src', name)).matchAll(/^import (?!type)[^;]*from '(?!node:|\.)((?:@[^/']+\/)?[^/']+)/gm),
    ])
    .map(([, name]) => name ?? '');
  expect([...new Set(imported)].filter((name) => devDependencies[name] !== undefined)).toEqual([]);
});
