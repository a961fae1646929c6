import { expect, test } from 'vitest';
import { asProtocol } from '../../src/answer/introduction.ts';
import { learnedAnswers } from '../fakes/learned.ts';
import { library, protocolOf } from '../protocol/library.ts';

const answers = learnedAnswers(library);
const ask = (id: string, question: string) => answers.ask(protocolOf(id), question, {});

test.each([
  ['msvr', 'wat is het doel van de gedragscode?'],
  ['msvr', 'Waarom is er eigenlijk een gedragscode?'],
  ['gsv', 'wat is het doel van het protocol'],
])('%s: %s is answered with what the document says of itself', (id, question) => {
  expect(ask(id, question)).toMatchObject({ kind: 'lookup', found: { what: 'protocol' } });
});

test.each([
  ['aeres', 'Waarom is er eigenlijk een protocol?', '1.2.5'],
  ['model', 'Wat is het doel van het protocol?', 'U.5'],
])('%s: %s has an article of its own', (id, question, article) => {
  const { kind, articles } = ask(id, question);
  expect([kind, articles[0]?.id]).toEqual(['answer', article]);
});

test('a document by its own name is the protocol, another document is not', () => {
  expect(asProtocol(protocolOf('msvr'), 'Staat dat in de Gedragscode?')).toBe('Staat dat in de protocol?');
  expect(asProtocol(protocolOf('gsv'), 'Staat dat in de gedragscode?')).toBe('Staat dat in de gedragscode?');
});
