import { expect, test } from 'vitest';
import { checkCard } from '../../src/cards/elements.ts';
import { createWorld, everything } from './world.ts';

/** Somebody sent a picture or a file: it is not looked at, and they hear what never to do with it. */

const advice = /0900-8844.*112 bij direct gevaar/;

test('a picture without a word gets the advice and nothing else', async () => {
  const world = createWorld();
  const replies = await world.tell({ kind: 'text', text: ' ', files: true });
  expect(replies).toHaveLength(1);
  expect(everything(replies)).toMatch(/Stuur het niet door, bewaar het niet en maak geen kopie/);
  expect(everything(replies)).toMatch(advice);
  expect(world.asked).toEqual([]);
  for (const reply of replies) if ('screen' in reply) expect(() => checkCard(reply.screen.card)).not.toThrow();
});

test('what was said with it is answered after it', async () => {
  const world = createWorld();
  await world.click('kies-school', { school: 'calvijn' });
  const replies = await world.tell({ kind: 'text', text: 'mag deze foto online?', files: true });
  expect(world.asked).toMatchObject([{ question: 'mag deze foto online?' }]);
  expect(replies).toHaveLength(2);
  expect(everything(replies.slice(0, 1))).toMatch(advice);
  expect(everything(replies.slice(1))).toContain('antwoord op calvijn');
});

test('a command with it is still that command', async () => {
  const world = createWorld();
  await world.click('kies-school', { school: 'calvijn' });
  const replies = await world.tell({ kind: 'text', text: 'artikel C.3', files: true });
  expect(replies.map((reply) => 'screen' in reply && reply.screen.name)).toEqual(['text', 'article']);
});

test('where others read along the advice quotes nothing', async () => {
  const replies = await createWorld().tell({ kind: 'text', text: '', files: true }, { privacy: 'public' });
  expect(everything(replies)).toMatch(advice);
});
