import { setTimeout as after } from 'node:timers/promises';
import type { LawCase } from '../protocol/knowledge.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { Ports } from './ports.ts';

/** Nothing waits longer than this for what the engine hears: hearing takes a few milliseconds, learning seconds. */
const HEARD_MS = 300;

/**
 * What the engine hears in a story beyond its words. Nothing when it does not answer, or not in time: then the words alone
 * count, and no form fails for it.
 * @param protocol of the school where it was told
 */
export function heardIn(
  { answers, failed }: Pick<Ports, 'answers' | 'failed'>,
  protocol: Protocol,
  story: string,
): Promise<readonly LawCase[]> {
  if (story.trim() === '') return Promise.resolve([]);
  const hearing = async () => answers.hear(protocol, story);
  const heard = hearing().catch((cause: unknown) => {
    failed(cause, 'hear');
    return [];
  });
  return Promise.race([heard, after(HEARD_MS, [], { ref: false })]);
}
