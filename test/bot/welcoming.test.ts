import { expect, test } from 'vitest';
import { checkCard } from '../../src/cards/elements.ts';
import { screenIn, world } from './cases/world.ts';
import { example, withSchools } from './world.ts';

/** The first thing somebody sees, wherever the bot is installed: what it does, what it keeps. */

type Line = { readonly type: string; readonly text?: string; readonly spacing?: string };

async function lines(name: string | undefined, privacy: 'private' | 'public'): Promise<string[]> {
  const at = await world();
  const [first] = await at.as(name).tell({ kind: 'home' }, { privacy, conversation: `teams:${name}:${privacy}` });
  const { card } = screenIn(first === undefined ? [] : [first]);
  expect(() => checkCard(card)).not.toThrow();
  const body = card.body as readonly Line[];
  const heading = body.findIndex(({ text }) => text === 'Vraag bijvoorbeeld');
  return body.slice(1, heading).flatMap(({ text = '' }) => (text.startsWith('Voor ') ? [] : [text]));
}

test.each<[string, string | undefined, 'private' | 'public', RegExp]>([
  ['somebody of the school', 'docent.wiskunde', 'private', /“twijfel” of “meld”.*binnen acht uur.*versleuteld/],
  ['somebody else', undefined, 'private', /Staat iets er niet in.*binnen acht uur/],
  ['a team or a group', 'docent.wiskunde', 'public', /met mij alleen: nooit hier.*alleen wat tegen mij wordt gezegd/],
])('%s gets three lines', async (_, name, privacy, said) => {
  const given = await lines(name, privacy);
  expect(given).toHaveLength(3);
  expect(given.join(' ')).toMatch(said);
});

test('nobody is offered what is not for them there', async () => {
  expect((await lines(undefined, 'private')).join()).not.toContain('meld');
  expect((await lines('docent.wiskunde', 'public')).join()).not.toContain('“meld”');
});

test('whose questions are kept reads for whom, without what, and how long', async () => {
  const kept = /binnen acht uur\. Een vraag zonder antwoord of met een duim omlaag bewaar ik hooguit 12 maanden/;
  expect((await lines('docent.wiskunde', 'private')).at(-1)).toMatch(kept);
  expect((await lines(undefined, 'private')).at(-1)).not.toMatch(kept);
  expect((await lines('docent.wiskunde', 'public')).at(-1)).not.toMatch(kept);
});

test.each(['docent.wiskunde', undefined])(
  'a school that uses the protocol of another is greeted by its name',
  async (name) => {
    const locations = withSchools('calvijn').locations.map((each) => ({ ...each, name: 'De Andere School' }));
    const at = await world({ organisation: { ...example, locations } });
    const [first] = await at.as(name).tell({ kind: 'home' });
    expect(JSON.stringify(first)).toContain('Voor De Andere School');
  },
);
