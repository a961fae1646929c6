import type { Channel } from '../conversation/event.ts';
import type { CaseStore, Clock, KeptMessage, Medium } from '../handover/ports.ts';
import { cardIn } from './columns.ts';
import type { Database } from './database.ts';
import { StoreError } from './errors.ts';
import type { Names } from './names.ts';

const channels: readonly Channel[] = ['teams', 'slack', 'page'];
const media: readonly Medium[] = [...channels, 'mail'];

/** A channel as it was stored. */
export const channelIn = (text: string): Channel => oneOf(channels, text);

function oneOf<Name extends string>(names: readonly Name[], text: string): Name {
  const name = names.find((each) => each === text);
  if (name !== undefined) return name;
  throw new StoreError(
    'STORE_OUTDATED',
    `The database has a channel "${text}" of another version. Start the newest one.`,
  );
}

/** The cards that were sent, so that they can be changed rather than sent again. */
export function createMessages(
  { db }: Database,
  clock: Clock,
  names: Names,
): Pick<CaseStore, 'rememberMessage' | 'messagesOf'> {
  return {
    rememberMessage: async (ref, { person, channel, conversation, messageId }) => {
      const { hide } = cardIn(names, ref);
      const latest = { message_id: hide(messageId), sent_at: clock().toISOString() };
      await db
        .insertInto('messages')
        .values({ ref, person: hide(person), channel, conversation: hide(conversation), ...latest })
        .onConflict((conflict) => conflict.columns(['ref', 'person', 'channel', 'conversation']).doUpdateSet(latest))
        .execute();
    },
    messagesOf: async (ref) => {
      const rows = await db.selectFrom('messages').selectAll().where('ref', '=', ref).execute();
      const { show } = cardIn(names, ref);
      return rows
        .map(({ person, channel, conversation, message_id, sent_at }) => ({
          person: show(person),
          channel: oneOf(media, channel),
          conversation: show(conversation),
          messageId: show(message_id),
          sentAt: sent_at,
        }))
        .toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
    },
  };
}

/** The oldest first; what was sent in the same millisecond always in the same order. */
const orderOf = ({ sentAt, person, conversation }: KeptMessage): string => [sentAt, person, conversation].join(' ');
