import { expect, test } from 'vitest';
import { checkCard } from '../../src/cards/elements.ts';
import { CardError } from '../../src/cards/errors.ts';
import { fill } from '../../src/cards/fill.ts';
import type { Card } from '../../src/conversation/reply.ts';
import { screenOf } from './screens.ts';

const { card } = screenOf('text.typical');
const body = (...elements: Record<string, unknown>[]): Card => ({ ...card, body: elements });
const action = { type: 'Action.Execute', title: 'Meld', verb: 'meld', data: {} };
const fallback = { type: 'Action.Submit', title: 'Meld', data: { verb: 'meld' } };

test.each<[string, Card]>([
  ['an element Slack cannot match', body({ type: 'Table' })],
  ['an element nobody knows', body({ type: 'Image', url: 'https://example.org/x.png' })],
  ['a property outside', body({ type: 'TextBlock', text: 'x', wrap: true, maxLines: 2 })],
  ['text that does not wrap', body({ type: 'TextBlock', text: 'x' })],
  ['text without letters', body({ type: 'TextBlock', text: '', wrap: true })],
  ['an empty body', body()],
  ['an action without its fallback', body({ type: 'ActionSet', actions: [action] })],
  [
    'a fallback for another verb',
    body({ type: 'ActionSet', actions: [{ ...action, fallback: { ...fallback, data: { verb: 'weg' } } }] }),
  ],
  ['a bare Action.Submit', body({ type: 'ActionSet', actions: [fallback] })],
  [
    'a link that is not https',
    body({ type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'x', url: 'javascript:alert(1)' }] }),
  ],
  [
    'a button longer than Slack takes',
    body({
      type: 'ActionSet',
      actions: [{ ...action, title: 'x'.repeat(76), fallback: { ...fallback, title: 'x'.repeat(76) } }],
    }),
  ],
  ['seven buttons', body({ type: 'ActionSet', actions: Array.from({ length: 7 }, () => ({ ...action, fallback })) })],
  ['data that are not text', body({ type: 'ActionSet', actions: [{ ...action, data: { a: 1 }, fallback }] })],
  ['an older version', { ...card, version: '1.3' }],
])('refuses %s', (_, outside) => {
  expect(() => checkCard(outside)).toThrow(expect.objectContaining({ name: 'CardError', code: 'outside-subset' }));
});

test('takes every kind of field', () => {
  const field = { label: 'Wat is er gebeurd?', isRequired: true, errorMessage: 'Vul dit in.' };
  const form = body(
    { type: 'Input.Text', id: 'wat', ...field, isMultiline: true, maxLength: 3000 },
    {
      type: 'Input.ChoiceSet',
      id: 'wie',
      ...field,
      style: 'expanded',
      choices: [{ title: 'Een leerling', value: 'leerling' }],
    },
    { type: 'Input.Toggle', id: 'naam', title: 'Zonder mijn naam', value: 'false', valueOff: 'false' },
    { type: 'Input.Date', id: 'wanneer', ...field, max: '2026-11-21' },
    { type: 'ActionSet', actions: [{ ...action, fallback }] },
  );
  expect(checkCard(form).body).toHaveLength(5);
});

test('refuses a card too large for some client, in bytes', () => {
  const large = body({ type: 'TextBlock', text: 'é'.repeat(14 * 1024), wrap: true });
  expect(() => checkCard(large)).toThrow(expect.objectContaining({ code: 'too-large' }));
});

test('names the template that is missing', () => {
  expect(() => fill('nergens', {}, '')).toThrow(new CardError('template-missing', 'cards/nergens.json does not exist'));
});

test('fills the same template twice without a trace of the first', () => {
  const first = JSON.stringify(screenOf('answer.longest'));
  screenOf('answer.minimal');
  expect(JSON.stringify(screenOf('answer.longest'))).toBe(first);
});
