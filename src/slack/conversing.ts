import { isNotHere } from '../bot.ts';
import type { What } from '../conversation/event.ts';
import type { Reply } from '../conversation/reply.ts';
import { noticeScreen } from './blocks/notice.ts';
import { ask, type Doing, eventOf, type Moment, outgoing } from './doing.ts';
import { answer } from './outbound.ts';
import { offered } from './share.ts';
import type { Inbound } from './surface.ts';

/**
 * Tells the bot what happened and carries out what it answers.
 * @param question what may be shared afterwards with everybody in the channel
 */
export async function converse(doing: Doing, at: Moment, whats: readonly What[], question?: string): Promise<void> {
  for (const what of whats) {
    const replies = isBlind(at, what) ? [unsure()] : await ask(doing, eventOf(at, what));
    const shown = question === undefined ? replies : await offered(doing, at, replies, question);
    await answer(shown, outgoing(doing, at, what));
    if (at.inbound.place !== undefined && replies.some(holdsBack)) await goOn(doing, at, what);
  }
}

/** What somebody may do cannot be told now; answers about the protocol are for everybody. */
const isBlind = ({ who }: Moment, { kind }: What): boolean => who.unsure === true && kind !== 'text' && kind !== 'home';

const unsure = (): Reply => ({
  kind: 'show',
  screen: noticeScreen('unsure', 'Dat lukt nu even niet.', 'Ik kan niet nagaan wie je bent. Probeer het zo opnieuw.'),
});

const holdsBack = (reply: Reply): boolean => reply.kind === 'show' && isNotHere(reply.screen);

/** What is not for others to read goes on in the person's own chat: in Slack the bot may write first. */
async function goOn(doing: Doing, at: Moment, what: What): Promise<void> {
  const { contact, asks } = at.inbound;
  if (contact.external) return;
  const inbound: Inbound = { contact, asks, surface: { at: 'chat', channel: contact.user } };
  const alone = { ...at, inbound };
  await answer(await ask(doing, eventOf(alone, what)), outgoing(doing, alone, what));
}
