import type { Reply } from '../conversation/reply.ts';
import { READ_VERB, readNames } from './blocks/modal.ts';
import { ask, type Doing, eventOf, type Moment } from './doing.ts';

/**
 * Who reads a case in a modal and clicks there, reads on: the modal shows the case as it is by then, rather than the card of
 * it that stands in the chat. That card changes as well.
 */
export async function readingOn(doing: Doing, at: Moment, replies: readonly Reply[]): Promise<readonly Reply[]> {
  const { surface } = at.inbound;
  const [only, ...more] = replies;
  if (surface.at !== 'modal' || only?.kind !== 'replace' || only.case === undefined || more.length > 0) return replies;
  const page = surface.view.metadata.pages.at(-1) ?? '';
  if (!readNames.includes(page)) return replies;
  const what = { kind: 'action', verb: READ_VERB, data: { ref: only.case } } as const;
  const [read] = await ask(doing, eventOf(at, what));
  // Whoever may no longer read it sees how it stands.
  if (read?.kind !== 'dialog' || read.dialog.name !== page) return replies;
  return [{ ...only, screen: read.dialog }];
}
