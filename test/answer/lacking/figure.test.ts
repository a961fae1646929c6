import { describe, expect, test } from 'vitest';
import { figureMissing } from '../../../src/answer/lacking/figure.ts';
import { learnedAnswers } from '../../fakes/learned.ts';
import { library, protocolOf } from '../../protocol/library.ts';

/** A protocol that speaks of a subject does not say how long, how often, from what age or how many unless an article does. */

const answers = learnedAnswers(library);
const ask = (id: string, question: string) => answers.ask(protocolOf(id), question, {});

test.each([
  ['gsv', "Hoeveel dagen blijft zo'n afgepakte telefoon op kantoor liggen?", 'time'],
  ['calvijn', "Hoeveel jaar blijft zo'n brief over een overtreding in het dossier zitten?", 'time'],
  ['aeres', 'Vanaf welke leeftijd mag een student zelf het fotoformulier tekenen?', 'age'],
])('%s: %s is not answered by an article that does not state it', (protocol, question, lacks) => {
  expect(ask(protocol, question)).toMatchObject({ kind: 'unknown', lacks });
});

test.each([
  ['gsv', 'Hoe vaak moet ik mijn wachtwoord veranderen?', 'W.2'],
  ['model', 'Vanaf welke leeftijd kan ik de klas in een appgroep zetten om lesuitval door te geven?', 'B.1'],
  ['aeres', 'Vanaf welk jaar houden we ons hier eigenlijk aan?', '2.3'],
])('%s: %s is answered by the one that does', (protocol, question, article) => {
  const { kind, articles } = ask(protocol, question);
  expect([kind, articles[0]?.id]).toEqual(['answer', article]);
});

describe('which figure is missing', () => {
  const article = (text: string) => {
    const [some] = protocolOf('gsv').articles;
    if (some === undefined) throw new Error('no article');
    return { ...some, title: '', short: '', text };
  };
  test.each([
    ['hoeveel dagen blijft het liggen', 'De school geeft het na twee dagen terug.', undefined],
    ['hoeveel dagen blijft het liggen', 'De school houdt het één dag.', undefined],
    ['hoeveel dagen blijft het liggen', 'De school geeft het later terug.', 'time'],
    ['hoeveel jaar geldt dat', 'De leerling geeft het zelf vanaf 16 jaar.', 'time'],
    ['hoeveel jaar geldt dat', 'Wie 16 jaar of ouder is, geeft het zelf.', 'time'],
    ['hoeveel jaar geldt dat', 'Het geldt vier jaar.', undefined],
    ['hoe vaak moet dat', 'Doe het elk kwartaal.', undefined],
    ['hoe vaak moet dat', 'Doe het zorgvuldig.', 'time'],
    ['vanaf welke leeftijd mag dat', 'Alleen wie 16 jaar is.', undefined],
    ['vanaf welke leeftijd mag dat', 'Alleen met toestemming.', 'age'],
    ['hoeveel volgers hebben we', 'Wij volgen wat er over ons gezegd wordt.', 'count'],
    ['moeten we wekelijks plaatsen', 'Plaats altijd namens de school.', 'time'],
    ['moeten we dagelijks inleveren', 'Lever in aan het begin van de dag.', undefined],
    ['mogen we wekelijks plaatsen', 'Plaats altijd namens de school.', undefined],
    ['moet het minstens twaalf tekens hebben', 'Bewaak het zelf.', 'count'],
    ['moet het minstens twaalf tekens hebben', 'Minstens acht tekens.', undefined],
    ['mag dat', 'Alleen met toestemming.', undefined],
  ])('%s; %s', (question, text, expected) => {
    expect(figureMissing(question.split(' '), [article(text)])).toBe(expected);
  });
});
