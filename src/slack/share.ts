import type { KnownBlock } from '@slack/types';
import { typed } from '../conversation/commands.ts';
import type { Reply, Screen } from '../conversation/reply.ts';
import { refusalOf } from './api-error.ts';
import { limits } from './blocks/limits.ts';
import type { Message } from './blocks/message.ts';
import { noticeScreen } from './blocks/notice.ts';
import { plainText } from './blocks/text.ts';
import { SHARE } from './commands.ts';
import { ask, type Doing, eventOf, type Moment, outgoing } from './doing.ts';
import { answer } from './outbound.ts';

/** "Deel in dit kanaal": an answer that was for one person, shown to everybody there. */

/** Screens that hold words of the protocol and nothing else. */
const SHAREABLE: readonly string[] = ['answer', 'article', 'list', 'protocol'];
/** A button holds 2,000 characters; what is longer is a story rather than a question. */
const LONGEST = 1000;

/** The answer with a button to share it, where the bot would say the same to everybody. */
export async function offered(
  doing: Doing,
  at: Moment,
  replies: readonly Reply[],
  question: string,
): Promise<readonly Reply[]> {
  const [only, ...more] = replies;
  if (only?.kind !== 'show' || more.length > 0) return replies;
  return (await inPublic(doing, at, question)) === undefined
    ? replies
    : [{ ...only, screen: withButton(only.screen, question) }];
}

/** Shares it, after asking the bot anew: what the button carries is a guess of whoever clicked. */
export async function share(doing: Doing, at: Moment, question: string): Promise<void> {
  const { surface } = at.inbound;
  if (surface.at !== 'ephemeral') return;
  const screen = await inPublic(doing, at, question);
  if (screen === undefined) {
    const held = noticeScreen('not-shared', 'Dit deel ik hier niet.', 'Anderen lezen hier mee.');
    const nothing = { kind: 'command', name: 'protocol', argument: '' } as const;
    return answer([{ kind: 'show', screen: held }], outgoing(doing, at, nothing));
  }
  const { api, drawing, log } = doing;
  const shown = signed(drawing.message(screen), at.inbound.contact.name);
  await api.respond(surface.responseUrl, shown, 'in_channel').catch((error: unknown) => {
    log.warn({ card: screen.name, reason: refusalOf(error).code }, 'An answer could not be shared.');
  });
}

/** Says who shared it: a name, which calls nobody. */
function signed(message: Message, name: string | undefined): Message {
  if (name === undefined || message.blocks.length >= limits.messageBlocks) return message;
  const by: KnownBlock = { type: 'context', elements: [plainText(`Gedeeld door ${name}`)] };
  return { ...message, blocks: [...message.blocks, by] };
}

/**
 * What the channel would see: the bot's own answer for where others read along. Undefined when that holds back, because the
 * question is a story or a doubt.
 */
async function inPublic(doing: Doing, at: Moment, question: string): Promise<Screen | undefined> {
  if (question === '' || question.length > LONGEST) return undefined;
  const event = eventOf(at, typed(question, doing.commands));
  const where = { ...event.where, conversation: `${event.where.conversation}:gedeeld`, privacy: 'public' } as const;
  const [only, ...more] = await ask(doing, { ...event, where });
  if (only?.kind !== 'show' || more.length > 0 || !SHAREABLE.includes(only.screen.name)) return undefined;
  return withoutButtons(only.screen);
}

/** Among the first buttons of the answer, or after it. */
function withButton(screen: Screen, question: string): Screen {
  const action = { type: 'Action.Execute', title: 'Deel in dit kanaal', verb: SHARE, data: { question } };
  const { body } = screen.card;
  const at = body.findIndex(({ type }) => type === 'ActionSet');
  const set = body[at] ?? { type: 'ActionSet' };
  const among = { ...set, actions: [...(Array.isArray(set.actions) ? set.actions : []), action] };
  return { ...screen, card: { ...screen.card, body: at < 0 ? [...body, among] : body.with(at, among) } };
}

/** Buttons stay behind: the answer may land in a chat that the bot is not in, where it can change nothing. */
function withoutButtons(screen: Screen): Screen {
  return { ...screen, card: { ...screen.card, body: screen.card.body.flatMap(still) } };
}

function still(element: Record<string, unknown>): Record<string, unknown>[] {
  if (element.type === 'ActionSet') return [];
  if (element.type === 'ColumnSet') return wordsOf(element.columns);
  if (!Array.isArray(element.items)) return [element];
  const items = element.items.flatMap(still);
  return items.length === 0 ? [] : [{ ...element, items }];
}

/** The words of a row that can no longer be clicked. */
function wordsOf(columns: unknown): Record<string, unknown>[] {
  const [first] = Array.isArray(columns) ? columns : [];
  return Array.isArray(first?.items) ? first.items : [];
}
