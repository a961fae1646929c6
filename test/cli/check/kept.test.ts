import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { checkContent } from '../../../src/cli/check/content.ts';
import { folderOf } from '../../fakes/content.ts';

/** What the check of an organisation says about questions that had no answer: no fault, but not to be overlooked. */

const example = readFileSync('organisations/example.yaml', 'utf8');

function saidOf(text: string): string {
  const made = folderOf({ 'example.yaml': text });
  onTestFinished(made.remove);
  const { checks } = checkContent({ protocols: 'protocols', organisations: made.folder });
  return checks.find(({ check }) => check === 'organisation')?.message ?? '';
}

test.each([
  ['as it stands', example, /no circles(?!.*question)/],
  [
    'without an owner',
    example.replace(/^owner: .*$/m, ''),
    /no owner, or no retention for vragen: no question is kept/,
  ],
  ['without a term', example.replace('vragen: 12 maanden', ''), /no owner, or no retention for vragen/],
  [
    'with an owner at one school',
    example.replace(/^owner: .*$/m, 'owner: vestigingsdirecteur'),
    /nobody has the role vestigingsdirecteur at model, msvr, gsv, aeres: no question is kept there/,
  ],
])('%s', (_what, text, said) => {
  expect(saidOf(text)).toMatch(said);
});
