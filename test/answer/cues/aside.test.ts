import { describe, expect, test } from 'vitest';
import { withoutAside } from '../../../src/answer/cues/aside.ts';
import { learnedAnswers } from '../../fakes/learned.ts';
import { library, protocolOf } from '../../protocol/library.ts';

/** What is said in passing of whoever asks is not what is asked, unless it is something that happened. */

const answers = learnedAnswers(library);
const ask = (question: string) => answers.ask(protocolOf('model'), question, {});

test('what is said of who passes a question on is left out', () =>
  expect(withoutAside("Mijn stagiaire, die ruzie heeft in de groepsapp, vraagt of ze foto's mag plaatsen.")).toBe(
    "Mijn stagiaire vraagt of ze foto's mag plaatsen.",
  ));

test.each(['Een collega, die ik ken, post gemene dingen.', 'De moeder die ruzie zoekt, vraagt niets.'])(
  'what the sentence itself is about stays: %s',
  (question) => expect(withoutAside(question)).toBe(question),
);

test('the question is answered', () => {
  const { kind, articles } = ask(
    "Mijn stagiaire, die ruzie heeft in de groepsapp, vraagt of ze foto's van de kinderen mag plaatsen.",
  );
  expect([kind, articles[0]?.id]).toEqual(['answer', 'A.5']);
});

describe('what happened is a report, in passing too', () => {
  test.each([
    'Een leerling, die door zijn oom wordt misbruikt, vraagt of hij van de groepsapp af mag.',
    'Een jongen, die zegt dat hij niet meer wil leven, vraagt of zijn foto van de site kan.',
    'Een moeder, die vorige week door haar man is geslagen, vraagt of haar dochter op de schoolsite mag.',
  ])('%s', (question) => expect(ask(question).kind).toBe('report'));
});
