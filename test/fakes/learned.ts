import { existsSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Engine } from '../../src/answer/answers.ts';
import { createAnswers } from '../../src/answer/engine.ts';
import { learn } from '../../src/answer/knowledge.ts';
import { type Kept, keptIn } from '../../src/answer/learn/kept.ts';
import { type Library, loadLibrary } from '../../src/protocol/load.ts';

/**
 * What is learned from the real content takes seconds, and every test that asks something needs it: it is learned once, before
 * the first test, as a server does that has been started before. `npm ci` throws it away.
 */
export const learnedFolder = 'node_modules/.cache/bij-twijfel';

const FILE = 'learned.bin';

const engines = new WeakMap<Library, Engine>();

/** The real engine; one for all tests that ask about the same library. */
export function learnedAnswers(library: Library): Engine {
  const engine = engines.get(library) ?? createAnswers(library, keptIn(learnedFolder));
  engines.set(library, engine);
  return engine;
}

/** Gives a server's data folder what was learned, unless it has that: as a link, for it is 35 MB and only read. */
export function putLearned(folder: string): void {
  const file = join(folder, FILE);
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  symlinkSync(resolve(learnedFolder, FILE), file);
}

/** Before all tests, by vitest. */
export async function setup(): Promise<void> {
  if (
    newest([join(learnedFolder, FILE)]) >
    newest(['protocols', 'src/answer', 'src/protocol', 'package-lock.json'].flatMap(filesIn))
  )
    return;
  const { read, write } = keptIn(learnedFolder);
  const writing: Promise<void>[] = [];
  const awaited: Kept = {
    read,
    write: (key, learned) => {
      const done = write(key, learned);
      writing.push(done);
      return done;
    },
  };
  learn(loadLibrary('protocols'), awaited);
  await Promise.all(writing);
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
}

/** When the newest of these was changed; files that do not exist were never. */
function newest(files: readonly string[]): number {
  return Math.max(...files.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0));
}
