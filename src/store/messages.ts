import type { Kysely } from 'kysely';
import type { Channel } from '../conversation/event.ts';
import type { CaseStore, Clock, KeptMessage, Medium } from '../handover/ports.ts';
import { cardIn } from './columns.ts';
import { type Database, lockCase } from './database.ts';
import { StoreError } from './errors.ts';
import type { Names } from './names.ts';
import type { Tables } from './tables.ts';

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
  database: Database,
  clock: Clock,
  names: Names,
): Pick<CaseStore, 'rememberMessage' | 'messagesOf'> {
  const { db } = database;
  const read = async (from: Kysely<Tables>, ref: string): Promise<readonly KeptMessage[]> => {
    const rows = await from.selectFrom('messages').selectAll().where('ref', '=', ref).execute();
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
  };
  return {
    rememberMessage: (ref, { person, channel, conversation, messageId }) =>
      db.transaction().execute(async (trx) => {
        // Two that wait for each other here each know afterwards which of their cards was first.
        await lockCase(database, trx, ref);
        const before = await read(trx, ref);
        const { hide } = cardIn(names, ref);
        const latest = { message_id: hide(messageId), sent_at: clock().toISOString() };
        await trx
          .insertInto('messages')
          .values({ ref, person: hide(person), channel, conversation: hide(conversation), ...latest })
          .onConflict((conflict) => conflict.columns(['ref', 'person', 'channel', 'conversation']).doUpdateSet(latest))
          .execute();
        return before.filter((each) => each.person === person);
      }),
    messagesOf: (ref) => read(db, ref),
  };
}

/** The oldest first; what was sent in the same millisecond always in the same order. */
const orderOf = ({ sentAt, person, conversation }: KeptMessage): string => [sentAt, person, conversation].join(' ');
