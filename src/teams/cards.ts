import type { Activity, Attachment } from 'botbuilder';
import type { Card, Screen } from '../conversation/reply.ts';
import { withFetches } from './dialog-card.ts';
import type { Log } from './log.ts';

/** The strictest card limit met in Teams; a whole message may be 100 KB. */
export const MAX_CARD_BYTES = 28 * 1024;

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** A card as Teams wants it in a message, an answer to a click, or a dialog. */
export const attachment = (card: Card): Attachment => ({ contentType: CARD_TYPE, content: card });

/**
 * A screen as one message. Never with `text`: Teams would split it in two and give no id to update. `summary` is what
 * notifications show and screen readers read.
 */
export function message(screen: Screen, drawing: Drawing): Partial<Activity> {
  return { type: 'message', summary: screen.summary, attachments: [attachment(inChat(screen, drawing))] };
}

/** What a card in a chat is drawn with. */
export type Drawing = {
  /** The verbs of buttons that open a dialog. */
  readonly opensDialog: ReadonlySet<string>;
  /** Teams' own id (`29:…`) of the one person whose chat it is; undefined where others read along. */
  readonly reader: string | undefined;
};

/**
 * The card as it stands in a chat. One that can be brought up to date asks for that when it is opened, on each device; only
 * for the one whose chat it is, so that it names nobody else.
 */
export function inChat({ card, refresh }: Screen, { opensDialog, reader }: Drawing): Card {
  const drawn = withFetches(card, opensDialog);
  if (refresh === undefined || reader === undefined) return drawn;
  const action = { type: 'Action.Execute', title: 'Bijwerken', verb: refresh.verb, data: refresh.data };
  return { ...drawn, refresh: { action, userIds: [reader] } };
}

/**
 * The screen itself, or, when its card is over the limit, a small one that says so: Teams would refuse the large one and the
 * person would see nothing. A card this large is a fault of ours, so it is logged as one.
 */
export function fitting<T extends Screen>(screen: T, log: Log): T {
  const json = JSON.stringify(screen.card);
  // No letter takes more than three bytes, and counting them takes time.
  if (json.length * 3 <= MAX_CARD_BYTES) return screen;
  const bytes = Buffer.byteLength(json);
  if (bytes <= MAX_CARD_BYTES) return screen;
  log.error({ card: screen.name, bytes }, 'A card is too large for Teams; a notice was sent in its place.');
  return { ...screen, card: notice('Dit antwoord past hier niet.', 'Stel een kortere vraag of vraag om één artikel.') };
}

/** A card with a heading and a line, for what the channel itself has to say. */
export function notice(heading: string, line: string): Card {
  return {
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      { type: 'TextBlock', text: heading, weight: 'bolder', wrap: true },
      { type: 'TextBlock', text: line, wrap: true },
    ],
  };
}

/** `notice` as a screen. */
export function noticeScreen(name: string, heading: string, line: string): Screen {
  return { name, card: notice(heading, line), summary: heading };
}
