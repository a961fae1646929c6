import type { Channel } from '../conversation/event.ts';
import type { CaseStore, Clock } from '../handover/ports.ts';
import type { Database } from './database.ts';
import { StoreError } from './errors.ts';

const channels: readonly Channel[] = ['teams', 'slack', 'page'];

/** A channel as it was stored. */
export function channelIn(text: string): Channel {
  const channel = channels.find((each) => each === text);
  if (channel !== undefined) return channel;
  throw new StoreError(
    'STORE_OUTDATED',
    `The database has a channel "${text}" of another version. Start the newest one.`,
  );
}

/** The cards that were sent, so that they can be changed rather than sent again. */
export function createMessages({ db }: Database, clock: Clock): Pick<CaseStore, 'rememberMessage' | 'messagesOf'> {
  return {
    rememberMessage: async (ref, { person, channel, conversation, messageId }) => {
      const latest = { message_id: messageId, sent_at: clock().toISOString() };
      await db
        .insertInto('messages')
        .values({ ref, person, channel, conversation, ...latest })
        .onConflict((conflict) => conflict.columns(['ref', 'person', 'channel', 'conversation']).doUpdateSet(latest))
        .execute();
    },
    messagesOf: async (ref) => {
      const rows = await db
        .selectFrom('messages')
        .selectAll()
        .where('ref', '=', ref)
        .orderBy('sent_at')
        .orderBy('person')
        .execute();
      return rows.map(({ person, channel, conversation, message_id, sent_at }) => {
        return { person, channel: channelIn(channel), conversation, messageId: message_id, sentAt: sent_at };
      });
    },
  };
}
