import { expect, test } from 'vitest';
import { learnedAnswers } from '../fakes/learned.ts';
import { library } from '../protocol/library.ts';
import { createWorld, example, only, withSchools } from './world.ts';

/** What staff read in answer to a question: what was asked, and nothing twice. */

const says = async (school: string, question: string): Promise<string> => {
  const world = createWorld({ organisation: withSchools(school), answers: learnedAnswers(library) });
  return only(await world.say(question)).screen.summary;
};
const times = (text: string, part: string): number => text.split(part).length - 1;

test.each([
  ['calvijn', 'ze schelden een leerling uit op insta, waar meld ik dat', 'de vestigingsdirecteur'],
  ['model', 'een leerling heeft een nepaccount van mij gemaakt', 'de schoolleiding of het bestuur'],
  ['gsv', 'een leerling wordt gepest in de klassenapp', 'de leraar of de directeur'],
  ['aeres', 'ik twijfel of ik dit bericht kan plaatsen', 'de afdeling marketing en communicatie'],
])('%s, “%s”: to whom is said once', async (school, question, whom) =>
  expect(times(await says(school, question), whom)).toBe(1),
);

test.each([
  [
    'msvr',
    'wie heeft dit vastgesteld',
    'Dit protocol is vastgesteld door het dagelijks bestuur. De datum is 21 maart 2022.',
  ],
  [
    'calvijn',
    'wie heeft dit protocol vastgesteld',
    'In het document staat niet wie het vaststelde. Een datum staat er niet in.',
  ],
  ['calvijn', 'hoe heet dit protocol officieel', 'De naam op het document is “Protocol Social Media”.'],
  ['msvr', 'voor wie geldt dit protocol', 'De gedragscode is er voor medewerkers van MSVR'],
])('%s, “%s”: what was asked, without the introduction', async (school, question, answer) => {
  const said = await says(school, question);
  expect(said).toContain(answer);
  expect(said).not.toMatch(/Sociale media horen bij|Met sociale media/);
});

test('the date of a model is the school’s own', async () => {
  const [location] = withSchools('model').locations;
  if (location === undefined) throw new Error('the example has a school with the model');
  const filled = { ...location, blanks: { ...location.blanks, datumVaststelling: '3 maart 2026' } };
  const world = createWorld({ organisation: { ...example, locations: [filled] }, answers: learnedAnswers(library) });
  const { summary } = only(await world.say('wanneer is dit protocol vastgesteld')).screen;
  expect(summary).toContain('Het bestuur stelde het vast op 3 maart 2026.');
});
