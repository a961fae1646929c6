import type { KnownBlock, ModalView } from '@slack/types';
import type { FieldError } from '../../conversation/reply.ts';
import { blockOf } from './inputs.ts';
import { plainBlock } from './notice.ts';

/** Slack shows faults itself when a form is sent with its own button. For the other buttons of a form they are blocks. */

const PREFIX = 'fout-';

type Block = Readonly<Record<string, unknown>>;

/**
 * A view as Slack gave it back, with each fault right beneath the field it is about. What was typed stays: Slack keeps it
 * with the blocks.
 */
export function withFaults(blocks: readonly Block[], errors: readonly FieldError[]): ModalView['blocks'] {
  const own = blocks.filter(({ block_id }) => !String(block_id ?? '').startsWith(PREFIX));
  const has = (field: string) => own.some(({ block_id }) => block_id === blockOf(field));
  const elsewhere = errors.filter(({ field }) => !has(field)).map(faultBlock);
  const found = own.flatMap((block): Block[] => [
    block,
    ...errors.filter(({ field }) => block.block_id === blockOf(field)).map(faultBlock),
  ]);
  return [...elsewhere, ...found] as unknown as KnownBlock[];
}

const faultBlock = ({ field, message }: FieldError, index: number): Block => ({
  ...plainBlock(`⚠️ ${message}`),
  block_id: `${PREFIX}${index}-${field}`,
});
