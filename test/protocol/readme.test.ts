import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadWalks } from '../../src/doubt/load.ts';
import { loadLibrary } from '../../src/protocol/load.ts';
import { loadReports } from '../../src/report/load.ts';
import { folderOf } from '../fakes/content.ts';

/** The examples of protocols/README.md, in the order in which they stand there, and where each is to be copied to. */
const places = ['voorbeeld.yaml', 'topics/voorbeeld.yaml', 'walks/voorbeeld.yaml', 'reports/voorbeeld.yaml'];

test('the examples of protocols/README.md load as they stand, beside the protocols that are there', () => {
  const { folder, remove } = folderOf({});
  onTestFinished(remove);
  cpSync('protocols', folder, { recursive: true });
  const readme = readFileSync('protocols/README.md', 'utf8');
  const examples = [...readme.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text ?? '');
  expect(examples).toHaveLength(places.length);
  for (const [i, place] of places.entries()) writeFileSync(join(folder, place), examples[i] ?? '');
  const library = loadLibrary(folder);
  expect(library.protocols.get('voorbeeld')?.articles).toHaveLength(5);
  expect(library.topics.map(({ id }) => id)).toContain('schoolkrant');
  expect(loadWalks(folder, library.protocols).get('voorbeeld')?.questions).toHaveLength(2);
  expect(loadReports(folder, library).byProtocol.get('voorbeeld')?.duties).toHaveLength(1);
});
