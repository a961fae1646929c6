import { expect, test } from 'vitest';
import { seeksHelp } from '../../../src/answer/cues/seeking-help.ts';
import { words } from '../../../src/answer/text/words.ts';
import { learnedAnswers } from '../../fakes/learned.ts';
import { library, protocolOf } from '../../protocol/library.ts';
import { rolesOf } from '../roles.ts';

test.each([
  'Ik heb ze er al twee keer op aangesproken, het helpt niet.',
  'Drie keer wat van gezegd, zonder effect.',
  'Ik zei zachtjes ho, maar hij gaat gewoon door.',
  'I told him to stop and he keeps doing it',
  'Mijn antwoord is een relletje geworden, kan iemand me helpen?',
])('spoken to in vain, or asked for help: %s', (text) => expect(seeksHelp(words(text))).toBe(true));

test.each([
  'Ik heb haar aangesproken en ze haalde het weg.',
  'Dit filter helpt niet tegen spam.',
  'Moet ik hem aanspreken?',
  'Mogen leerlingen elkaar helpen via de app?',
])('not in vain, or not spoken to: %s', (text) => expect(seeksHelp(words(text))).toBe(false));

test('who spoke to them in vain is told whom to ask for help, where the protocol says so', () => {
  const story =
    'De klas maakt elkaar af in de groepsapp, het wordt steeds feller. Ik heb ze er al twee keer op aangesproken';
  const ask = (text: string) => learnedAnswers(library).ask(protocolOf('gsv'), text, {});
  const [once, again] = [ask(`${story}.`), ask(`${story}, het helpt niet.`)];
  expect([once.kind, rolesOf(once.contacts)]).toEqual(['escalate', []]);
  expect([again.kind, again.articles[0]?.id, rolesOf(again.contacts)]).toEqual([
    'escalate',
    'A.6',
    ['afdelingscoördinator', 'directeur'],
  ]);
});
