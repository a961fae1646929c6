import type { Card, Reply, Screen } from '../conversation/reply.ts';
import { fitting } from './cards.ts';
import { withoutActions } from './dialog-card.ts';
import { dialogAnswer, foundAnswer, hintAnswer } from './invoke.ts';
import { type Context, showToClicker, TITLE } from './outgoing.ts';

/** What somebody gets who uses the message extension, in a chat or channel that the bot is not in. */

/**
 * A screen in the dialog. The card of a case goes to the chat that its person has with the bot, where it lives on; the dialog
 * says so and closes.
 */
export async function showElsewhere(screen: Screen, context: Context, ref: string | undefined): Promise<void> {
  const { who, what } = context.inbound.event;
  if (who.person === undefined) return showToClicker({ ...screen, card: withLine(screen.card, UNKNOWN) }, context);
  if (ref === undefined) return showToClicker(screen, context);
  const { organisation, person } = who;
  const form = what.kind === 'submit' ? what.nonce : ref;
  const came = await context.ownChat?.({ ref, organisation, person, screen }, form);
  context.body = dialogAnswer({ title: TITLE, card: withLine(withoutActions(screen.card), came ? CAME : TO_SEE) });
}

/** Microsoft does not say who somebody is in a chat that the bot is not in. */
const UNKNOWN = 'Werk je hier wel? Open dan één keer een chat met Bij Twijfel, en probeer het opnieuw.';
const CAME = 'Dit staat ook in je chat met Bij Twijfel. Daar zie je hoe het verdergaat. Je kunt dit venster sluiten.';
const TO_SEE =
  'Open een chat met Bij Twijfel en typ “mijn vragen” of “mijn meldingen”: daar zie je hoe het verdergaat.';

function withLine(card: Card, text: string): Card {
  return { ...card, body: [...card.body, { type: 'TextBlock', text, wrap: true, separator: true }] };
}

/** The articles that a search found, from where the list of before ended. */
export function showFound({ articles, hint }: Extract<Reply, { kind: 'found' }>, context: Context): void {
  const { via, skip = 0 } = context.inbound;
  if (via !== 'search') return;
  const left = articles.slice(skip).map((each) => ({ ...each, screen: fitting(each.screen, context.log) }));
  context.body = articles.length === 0 ? hintAnswer(hint) : foundAnswer(left);
}
