import { isNotHere } from '../bot.ts';
import type { What } from '../conversation/event.ts';
import type { Reply } from '../conversation/reply.ts';
import { noticeScreen } from './blocks/notice.ts';
import { ask, type Doing, eventOf, type Moment, outgoing } from './doing.ts';
import { answer } from './outbound.ts';
import { readingOn } from './reading-on.ts';
import { offered } from './share.ts';
import type { Inbound } from './surface.ts';

/**
 * Tells the bot what happened and carries out what it answers.
 * @param question what may be shared afterwards with everybody in the channel
 */
export async function converse(doing: Doing, at: Moment, whats: readonly What[], question?: string): Promise<void> {
  for (const what of whats) {
    const replies = await told(doing, at, what);
    const goesOn = at.inbound.place !== undefined && !at.inbound.contact.external && replies.some(holdsBack);
    const shown = goesOn ? replies.map(goingOn) : await dressed(doing, at, replies, question);
    await answer(shown, outgoing(doing, at, what));
    if (goesOn) await goOn(doing, at, what);
  }
}

/** What the bot answers, or that it cannot be told now who somebody is. */
export async function told(doing: Doing, at: Moment, what: What): Promise<readonly Reply[]> {
  return isBlind(at, what) ? [unsure()] : ask(doing, eventOf(at, what));
}

/** With what this surface adds to it. */
function dressed(doing: Doing, at: Moment, replies: readonly Reply[], question: string | undefined) {
  return question === undefined ? readingOn(doing, at, replies) : offered(doing, at, replies, question);
}

/** What somebody may do cannot be told now; answers about the protocol are for everybody. */
const isBlind = ({ who }: Moment, { kind }: What): boolean => who.unsure === true && kind !== 'text' && kind !== 'home';

const unsure = (): Reply => ({
  kind: 'show',
  screen: noticeScreen('unsure', 'Dat lukt nu even niet.', 'Ik kan niet nagaan wie je bent. Probeer het zo opnieuw.'),
});

const holdsBack = (reply: Reply): boolean => reply.kind === 'show' && isNotHere(reply.screen);

/** The bot's own line asks for a message; in Slack it may write first. */
const goingOn = (reply: Reply): Reply => (holdsBack(reply) ? { kind: 'show', screen: elsewhere() } : reply);

const elsewhere = () =>
  noticeScreen('not-here', 'Dit bespreek ik liever niet hier, waar anderen meelezen.', 'Ik stuur je een privébericht.');

/** What is not for others to read goes on in the person's own chat. */
async function goOn(doing: Doing, at: Moment, what: What): Promise<void> {
  const { contact, asks } = at.inbound;
  const inbound: Inbound = { contact, asks, surface: { at: 'chat', channel: contact.user } };
  const alone = { ...at, inbound };
  await answer(await ask(doing, eventOf(alone, what)), outgoing(doing, alone, what));
}
