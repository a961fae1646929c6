import type { KeyUse } from '../../store/key-use.ts';
import type { Rotated } from '../../store/rotate.ts';

/** What a rotation did, what to do next, and whether it is done. */
export type Spoken = { readonly text: string; readonly done: boolean };

export function spoken({ rewrapped, left, use }: Rotated): Spoken {
  const lines = [
    rewrapped === 0
      ? 'Nothing was left to do.'
      : `Wrapped ${rewrapped} ${keys(rewrapped)} with the first key of DATA_KEY (${use.current.id}).`,
    ...left.map(({ what, why }) => `Left as it was: ${what}: ${why}. Run npm run check.`),
  ];
  const waiting = stillUnder(use);
  if (waiting.length > 0) {
    const again =
      'A server that has another key first goes on using that one. Put the new key first for every server, restart them, and run this again.';
    return { text: `${[...lines, ...waiting, again].join('\n')}\n`, done: false };
  }
  return { text: `${[...lines, ...inOrder(use)].join('\n')}\n`, done: left.length === 0 };
}

/** What is not wrapped by the first key, or will not be, a line each. */
export function stillUnder({ former, missing, behind }: KeyUse): readonly string[] {
  return [
    ...former.flatMap(({ id, keys: count }, i) =>
      count === 0 ? [] : [`${count} ${keys(count)} still under key ${i + 2} of DATA_KEY (${id}).`],
    ),
    ...missing.map(({ id, keys: count }) => `${count} ${keys(count)} under a key that is not in DATA_KEY (${id}).`),
    ...[...new Set(behind)].map((id) => `A server that runs still has another key first (${id}).`),
  ];
}

/** What is so when everything is wrapped by the first key. */
export function inOrder({ current, former }: KeyUse): readonly string[] {
  const all = `${current.keys} ${keys(current.keys)} under the first key of DATA_KEY (${current.id}), none under another.`;
  if (former.length === 0) return [all];
  const droppable = former.map(({ id }, i) => `key ${i + 2} (${id})`).join(', ');
  return [
    all,
    `DATA_KEY may do without ${droppable}. Keep it in the safe for as long as you keep a backup from before: only it opens that one.`,
  ];
}

function keys(count: number): string {
  return count === 1 ? 'key' : 'keys';
}
