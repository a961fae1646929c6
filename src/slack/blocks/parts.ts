import type { KnownBlock } from '@slack/types';
import { limits } from './limits.ts';
import { pieces, prose, type Run, richText } from './text.ts';

/** The parts of a card laid out as blocks: what belongs together as one, and what is too long for one as several. */

/**
 * What an element becomes: text that may share a block with its neighbour, or blocks. `near`: so close to what stands above
 * it that the two are one text. `ruled`: a line above it.
 */
export type Part =
  | { readonly kind: 'prose' | 'typed' | 'small'; readonly runs: readonly Run[]; readonly near: boolean }
  | { readonly kind: 'blocks'; readonly blocks: readonly KnownBlock[]; readonly near: false };

export type Placed = Part & { readonly ruled: boolean };

/** Blocks of parts in their order; nothing of any text is lost. */
export const partsAsBlocks = (parts: readonly Placed[]): KnownBlock[] => joined(parts).flatMap(withRule);

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
