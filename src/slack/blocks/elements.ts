import type { KnownBlock } from '@slack/types';
import type { Action, CheckedCard, Element } from '../../cards/elements.ts';
import { CardError } from '../../cards/errors.ts';
import { plain } from '../../cards/markdown.ts';
import { inputBlock } from './inputs.ts';
import { limits } from './limits.ts';
import { type Part, type Placed, partsAsBlocks } from './parts.ts';
import { actionBlocks, rowBlock } from './rows.ts';
import { plainText, prose, shortened } from './text.ts';

/** The closed subset of Adaptive Cards as blocks. An element outside it is a fault of ours, never dropped in silence. */

type Of<Type extends string> = Extract<Element, { type: Type }>;

type Left = (action: Action) => boolean;

/** Signs beside words where a card has a colour: Slack's text has none. */
const signs: Readonly<Record<string, string>> = { good: '✅ ', warning: '⚠️ ', attention: '⛔ ' };

/**
 * The blocks of a card's body, without any limit on their number.
 * @param left the actions that become something else, such as a modal's own button
 */
export function blocksOf(body: CheckedCard['body'], left: Left = () => false): KnownBlock[] {
  return partsAsBlocks(body.flatMap((element) => partsOf(element, left)));
}

function partsOf(element: Element, left: Left): Placed[] {
  const ruled = element.separator === true;
  if (element.type === 'Container') return inContainer(element, left, ruled);
  const part = partOf(element, left);
  return part === undefined ? [] : [{ ...part, ruled }];
}

function inContainer({ items, style }: Of<'Container'>, left: Left, ruled: boolean): Placed[] {
  const [first, ...rest] = items.flatMap((item: Element) => partsOf(item, left));
  if (first === undefined) return [];
  // A container begins a paragraph of its own.
  return [{ ...signed(first, signs[style ?? ''] ?? ''), near: false, ruled } as Placed, ...rest];
}

function signed(part: Placed, sign: string): Placed {
  if (part.kind === 'blocks') return part;
  const [first, ...rest] = part.runs;
  return first === undefined ? part : { ...part, runs: [{ ...first, text: `${sign}${first.text}` }, ...rest] };
}

function partOf(element: Exclude<Element, Of<'Container'>>, left: Left): Part | undefined {
  switch (element.type) {
    case 'TextBlock':
      return textPart(element);
    case 'RichTextBlock':
      return typedPart(element);
    case 'FactSet':
      return block({ type: 'section', fields: element.facts.map(factField) });
    case 'ColumnSet':
      return block(rowBlock(element));
    case 'ActionSet': {
      const actions = element.actions.filter((action) => !left(action));
      return actions.length === 0 ? undefined : block(...actionBlocks(actions));
    }
    case 'Input.Text':
    case 'Input.ChoiceSet':
    case 'Input.Toggle':
    case 'Input.Date':
      return block(inputBlock(element));
    default:
      return outside(element);
  }
}

const block = (...blocks: readonly KnownBlock[]): Part => ({ kind: 'blocks', blocks, near: false });

function outside(element: never): never {
  const { type } = element as { readonly type?: unknown };
  throw new CardError('outside-subset', `Slack has no match for an element "${String(type)}"`);
}

const isNear = ({ spacing, separator }: Of<'TextBlock' | 'RichTextBlock'>): boolean =>
  separator !== true && (spacing === 'None' || spacing === 'Small');

function textPart(element: Of<'TextBlock'>): Part {
  const text = plain(element.text);
  const large = element.size === 'Medium' || element.size === 'Large';
  if (element.style === 'heading' && large && text.length <= limits.header && !text.includes('\n')) {
    return block({ type: 'header', text: plainText(text) });
  }
  const runs = [{ text, bold: element.weight === 'Bolder' }];
  return { kind: element.isSubtle === true ? 'small' : 'prose', runs, near: isNear(element) };
}

function typedPart(element: Of<'RichTextBlock'>): Part {
  const runs = element.inlines.map(({ text, weight }) => ({ text: unbroken(text), bold: weight === 'Bolder' }));
  return { kind: 'typed', runs, near: isNear(element) };
}

/** `fill` breaks what the other clients would replace with a date; here it is letters anyway. */
const unbroken = (text: string): string => text.replaceAll('{\u2060{', '{{');

function factField({ title, value }: Of<'FactSet'>['facts'][number]) {
  const room = limits.field - title.length - 10;
  return prose([
    { text: plain(title), bold: true },
    { text: shortened(plain(value), room), bold: false },
  ]);
}
