import type { KnownBlock } from '@slack/types';
import type { Action, CheckedCard, Element } from '../../cards/elements.ts';
import { CardError } from '../../cards/errors.ts';
import { plain } from '../../cards/markdown.ts';
import { actionsBlock, button } from './buttons.ts';
import { inputBlock } from './inputs.ts';
import { limits } from './limits.ts';
import { pieces, plainText, prose, type Run, richText, shortened } from './text.ts';

/** The closed subset of Adaptive Cards as blocks. An element outside it is a fault of ours, never dropped in silence. */

type Of<Type extends string> = Extract<Element, { type: Type }>;

/**
 * What an element becomes: text that may share a block with its neighbour, or blocks. `near`: so close to what stands above
 * it that the two are one text. `ruled`: a line above it.
 */
type Part =
  | { readonly kind: 'prose' | 'typed' | 'small'; readonly runs: readonly Run[]; readonly near: boolean }
  | { readonly kind: 'blocks'; readonly blocks: readonly KnownBlock[]; readonly near: false };

type Placed = Part & { readonly ruled: boolean };

/** Signs beside words where a card has a colour: Slack's text has none. */
const signs: Readonly<Record<string, string>> = { good: '✅ ', warning: '⚠️ ', attention: '⛔ ' };

/**
 * The blocks of a card's body, without any limit on their number.
 * @param left the action that becomes something else, a modal's own button
 */
export function blocksOf(body: CheckedCard['body'], left?: Action): KnownBlock[] {
  return joined(body.flatMap((element) => partsOf(element, left))).flatMap(withRule);
}

function partsOf(element: Element, left: Action | undefined): Placed[] {
  const ruled = element.separator === true;
  if (element.type === 'Container') return inContainer(element, left, ruled);
  const part = partOf(element, left);
  return part === undefined ? [] : [{ ...part, ruled }];
}

function inContainer({ items, style }: Of<'Container'>, left: Action | undefined, ruled: boolean): Placed[] {
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

function partOf(element: Exclude<Element, Of<'Container'>>, left: Action | undefined): Part | undefined {
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
      const actions = element.actions.filter((action) => action !== left);
      return actions.length === 0 ? undefined : block(actionsBlock(actions));
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

function rowBlock({ columns, selectAction }: Of<'ColumnSet'>): KnownBlock {
  const [{ items }] = columns;
  const runs = items.map(({ text, weight }) => ({ text: plain(text), bold: weight === 'Bolder' }));
  const accessory = button(selectAction, 0);
  return {
    type: 'section',
    text: prose(runs),
    accessory: { ...accessory, text: plainText('Bekijk'), accessibility_label: selectAction.title },
  };
}

/** Neighbours that belong together as one, as long as one block holds them. */
function joined(parts: readonly Placed[]): Placed[] {
  const found: Placed[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    const one = last === undefined ? undefined : together(last, part);
    if (one === undefined) found.push(part);
    else found.splice(-1, 1, one);
  }
  return found;
}

function together(last: Placed, next: Placed): Placed | undefined {
  if (last.kind === 'blocks' || next.kind === 'blocks' || !next.near || next.ruled) return undefined;
  // A label above what somebody typed goes along with it.
  const kind = last.kind === 'prose' && next.kind === 'typed' && last.runs.length === 1 ? 'typed' : last.kind;
  if (kind !== next.kind) return undefined;
  const runs = [...last.runs, ...next.runs];
  return lengthOf(kind, runs) <= room[kind] ? { ...last, kind, runs } : undefined;
}

const room = { prose: limits.section, typed: limits.richText, small: limits.context };

type Kind = keyof typeof room;

function lengthOf(kind: Kind, runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + weighed(kind, text) + 1, -1);
}

/** With what escaping and emphasis add at most: an ampersand becomes five letters. Rich text needs neither. */
const weighed = (kind: Kind, text: string): number =>
  kind === 'typed' ? text.length : text.length + 4 * (text.match(/[&<>\n]/g)?.length ?? 0) + 2;

function withRule({ ruled, ...part }: Placed, index: number): KnownBlock[] {
  const blocks = part.kind === 'blocks' ? [...part.blocks] : textBlocks(part.kind, part.runs);
  return ruled && index > 0 ? [{ type: 'divider' }, ...blocks] : blocks;
}

function textBlocks(kind: 'prose' | 'typed' | 'small', runs: readonly Run[]): KnownBlock[] {
  return withinRoom(kind, runs).map((group) => {
    if (kind === 'typed') return richText(group);
    const text = prose(group);
    return kind === 'small' ? { type: 'context', elements: [text] } : { type: 'section', text };
  });
}

/** As one group, or when that is too long for a block, cut into several: nothing of it is lost. */
function withinRoom(kind: Kind, runs: readonly Run[]): (readonly Run[])[] {
  if (lengthOf(kind, runs) <= room[kind]) return [runs];
  return runs.flatMap(({ text, bold }) => cut(kind, text).map((piece) => [{ text: piece, bold }]));
}

/** Pieces that fit also when escaping makes five letters of one. */
function cut(kind: Kind, text: string): string[] {
  const most = room[kind];
  const fits = (piece: string) => weighed(kind, piece) <= most;
  if (fits(text)) return [text];
  const large = pieces(text, kind === 'typed' ? most : Math.floor(most / 2));
  return large.flatMap((piece) => (fits(piece) ? [piece] : pieces(piece, Math.floor(most / 6))));
}
