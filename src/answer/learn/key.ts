import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Content } from './taught.ts';

/** What is learned follows from this code too: the folders that read and learn, and the stemmer. */
const code: readonly string[] = [
  ...['../learn/', '../text/'].flatMap((path) => filesIn(fileURLToPath(new URL(path, import.meta.url)))),
  createRequire(import.meta.url).resolve('@orama/stemmers/dutch'),
];

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => `${folder}${name}`);
}

/** 64 letters: the same for the same content and code, and for nothing else. */
export function keyOf({ topics, lexicon, protocols }: Content, files: readonly string[] = code): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  const articles = [...protocols.values()].map((protocol) =>
    protocol.articles.map(({ topics: about, asks, text }) => ({ about, asks, text })),
  );
  return hash.update(JSON.stringify({ topics, lexicon, articles })).digest('hex');
}
