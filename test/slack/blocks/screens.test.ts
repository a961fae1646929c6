import { describe, expect, test } from 'vitest';
import { checkCard } from '../../../src/cards/elements.ts';
import { plain } from '../../../src/cards/markdown.ts';
import { limits } from '../../../src/slack/blocks/limits.ts';
import { messageOf } from '../../../src/slack/blocks/message.ts';
import { ROOT } from '../../../src/slack/blocks/metadata.ts';
import { modalOf } from '../../../src/slack/blocks/modal.ts';
import { samples, screenOf } from '../../cards/screens.ts';
import { faultInBlocks, faultInView } from '../../fakes/slack/blocks.ts';
import { lettersIn } from '../../fakes/slack/letters.ts';

const keep = () => {
  throw new Error('this screen is too long for a message');
};

/** Every letter that a card shows, as its other clients show it. */
function shown(element: unknown): string[] {
  if (typeof element !== 'object' || element === null) return [];
  if (Array.isArray(element)) return element.flatMap(shown);
  const { type, text, inlines, facts, items, columns, actions, body, choices, label, title } = element as Record<
    string,
    unknown
  >;
  if (type === 'TextBlock') return [plain(String(text))];
  if (type === 'Action.Execute' || type === 'Action.OpenUrl') return [String(title)];
  const own = [text, label, ...(type === undefined ? [title] : [])].filter((each) => typeof each === 'string');
  const values = (Array.isArray(facts) ? facts : []).flatMap((fact) => [plain(fact.title), plain(fact.value)]);
  return [...own, ...values, ...[inlines, items, columns, actions, body, choices].flatMap(shown)];
}

type ButtonOn = { readonly text: { readonly text: string } };

const buttonsOn = (value: unknown): ButtonOn[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'button' ? [value as unknown as ButtonOn] : [];
  return [...own, ...Object.values(value).flatMap(buttonsOn)];
};

/** The sign that a row can be clicked is a button in Slack. */
const seen = (card: unknown): string[] => shown(card).filter((text) => text !== '›');

/** What only ever stands in a dialog: too long for a message it ends in "Alles lezen", which opens the modal it is meant to be. */
const inDialogs = /^(case-read|doubt-form|question-form|pass-on-form|report-)/;

describe.each(samples)('cards/samples/$file', ({ file }) => {
  const screen = screenOf(file.replace(/\.json$/, ''));

  test('is a message that Slack takes, with every letter of the card', () => {
    checkCard(screen.card);
    const message = messageOf(screen, inDialogs.test(file) ? () => 'sleutel' : keep);
    expect(faultInBlocks(message.blocks)).toBeUndefined();
    expect(message.text).not.toBe('');
    const found = lettersIn(message.blocks);
    const letters = found.join('\n');
    if (found.includes('Alles lezen')) return;
    for (const text of seen(screen.card)) for (const line of text.split('\n')) expect(letters).toContain(line);
  });

  test('is a modal that Slack takes, with every letter of the card', () => {
    const view = modalOf({ ...screen, title: 'Een titel' }, ROOT);
    expect(faultInView(view)).toBeUndefined();
    const letters = lettersIn(view).join('\n');
    for (const text of seen(screen.card)) for (const line of text.split('\n')) expect(letters).toContain(line);
  });
});

test('no button says more than Slack shows of it, and what is longer stands beside it', () => {
  for (const { file } of samples) {
    const screen = screenOf(file.replace(/\.json$/, ''));
    for (const { text } of buttonsOn(modalOf({ ...screen, title: 'x' }, ROOT).blocks)) {
      expect(text.text.length).toBeLessThanOrEqual(32);
    }
  }
});

describe('buttons', () => {
  const action = (title: string, verb: string) => ({ type: 'Action.Execute', title, verb, data: {} });
  const blocksFor = (...actions: ReturnType<typeof action>[]) => {
    const card = { type: 'AdaptiveCard' as const, version: '1.5', body: [{ type: 'ActionSet', actions }] };
    return messageOf({ name: 'x', summary: 'x', card }, keep).blocks;
  };
  const kinds = (blocks: readonly { type: string }[]) => blocks.map(({ type }) => type);
  const long = 'Vraag het aan de afdeling marketing en communicatie';

  test('short ones stand in one row', () => {
    expect(kinds(blocksFor(action('Ja', 'a'), action('Nee', 'a'), action('Terug', 'b')))).toEqual(['actions']);
  });

  test('a long one stands beside its words, in its place; a screen reader says all of it', () => {
    const blocks = blocksFor(action('Ja', 'a'), action(long, 'b'), action('Terug', 'c'));
    expect(kinds(blocks)).toEqual(['actions', 'section', 'actions']);
    expect(blocks[1]).toMatchObject({
      text: { text: `*${long}*` },
      accessory: { action_id: 'b#0', text: { text: 'Kies' }, accessibility_label: long },
    });
    expect(faultInBlocks(blocks)).toBeUndefined();
  });

  test('of the choices of one question all look alike', () => {
    expect(kinds(blocksFor(action('Ja', 'a'), action(long, 'a'), action('Nee', 'a')))).toEqual(
      Array(3).fill('section'),
    );
  });
});

describe('limits', () => {
  const withText = (text: string) => ({
    name: 'x',
    summary: 'x',
    card: { type: 'AdaptiveCard' as const, version: '1.5', body: [{ type: 'TextBlock', text, wrap: true }] },
  });

  test('a title or submit that Slack would refuse is a fault of ours', () => {
    expect(() => modalOf({ ...withText('x'), title: 'x'.repeat(25) }, ROOT)).toThrow('longer than 24');
  });

  test('an element outside the subset throws', () => {
    const card = { ...withText('x').card, body: [{ type: 'Image', url: 'https://example.org/x.png' }] };
    expect(() => messageOf({ name: 'x', summary: 'x', card }, keep)).toThrow('no match for an element "Image"');
  });

  test('a long text is split, and nothing of it is lost', () => {
    const text = Array.from({ length: 900 }, (_, index) => `woord${index}`).join(' ');
    const { blocks } = messageOf(withText(text), keep);
    expect(blocks.length).toBeGreaterThan(2);
    expect(faultInBlocks(blocks)).toBeUndefined();
    expect(lettersIn(blocks).join(' ')).toBe(text);
  });

  test.each([2900, 2990, 2999, 3000, 3001, 3100, 3390, 5900, 6100])('a text of %d characters', (length) => {
    for (const text of ['x'.repeat(length), '&'.repeat(length), 'x *y* '.repeat(length / 6)]) {
      const typed = { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] };
      const bold = { type: 'TextBlock', text: text.replaceAll('*', '\\*'), wrap: true, weight: 'Bolder' };
      const subtle = { ...bold, isSubtle: true };
      for (const body of [[typed], [bold], [subtle], [bold, { ...typed, spacing: 'Small' }]]) {
        const card = { type: 'AdaptiveCard' as const, version: '1.5', body };
        const view = modalOf({ name: 'x', summary: 'x', card, title: 'x' }, ROOT);
        expect(faultInView(view)).toBeUndefined();
        expect(lettersIn(view.blocks).join('').replace(/\s/g, '')).toContain(text.replace(/\s/g, ''));
      }
    }
  });

  test('what a message cannot hold ends visibly with a way to the whole', () => {
    const text = Array.from({ length: 3000 }, (_, index) => `woord${index}`).join(' ');
    const screen = withText(text);
    const { blocks } = messageOf(screen, (kept) => {
      expect(kept).toBe(screen);
      return 'sleutel';
    });
    expect(faultInBlocks(blocks)).toBeUndefined();
    expect(lettersIn(blocks).at(-1)).toBe('Alles lezen');
    expect(JSON.stringify(blocks)).toContain('sleutel');
    const whole = modalOf(screen, ROOT);
    expect(faultInView(whole)).toBeUndefined();
    expect(lettersIn(whole.blocks).join(' ')).toBe(text);
  });

  test('fifty rows and more', () => {
    const body = Array.from({ length: 120 }, (_, index) => ({
      type: 'FactSet',
      facts: [{ title: 't', value: `${index}` }],
    }));
    const screen = { name: 'x', summary: 'x', card: { type: 'AdaptiveCard' as const, version: '1.5', body } };
    const { blocks } = messageOf(screen, () => 'sleutel');
    expect(blocks).toHaveLength(limits.messageBlocks);
    expect(faultInBlocks(blocks)).toBeUndefined();
    const view = modalOf(screen, ROOT);
    expect(view.blocks).toHaveLength(limits.viewBlocks);
    expect(lettersIn(view.blocks).at(-1)).toContain('te lang');
  });
});
