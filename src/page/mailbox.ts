import { randomUUID } from 'node:crypto';
import type { Screen } from '../conversation/reply.ts';
import type { Messenger, PersonId } from '../handover/ports.ts';

/** A card in somebody's mailbox. `changed` goes up with every change in the whole mailbox; times are ISO 8601. */
export type Mail = {
  readonly id: string;
  readonly organisation: string;
  readonly person: string;
  readonly screen: Screen;
  readonly at: string;
  /** When it was last changed, if ever. */
  readonly updatedAt?: string;
  readonly changed: number;
};

/**
 * The messenger of local mode: people's cards in memory, for the page to show. What is in it is gone after a restart; a card
 * that is no longer there is refused as Teams refuses it, and who changes it sends a new one.
 */
export type Mailbox = Messenger & {
  /** Another one after each restart, so that a page that stayed open knows that `changed` began anew. */
  readonly id: string;
  /** What is new or changed after this moment of `changed`, in that order. */
  after(changed: number): readonly Mail[];
  /** Puts a card there that the page itself shows as the answer to something; its id. */
  add(person: PersonId, screen: Screen): string;
  /** What somebody's part of the mailbox is called, as a conversation. */
  conversation(email: string): string;
  /** Changes a card of this person that was clicked; false when it is not there. */
  replace(organisation: string, person: string, id: string, screen: Screen): boolean;
};

/** More than anybody tries in one sitting; the oldest go first. */
const MOST = 2000;

/** @param now the page's clock, for when a card came */
export const createMailbox = (now: () => Date = () => new Date()): Mailbox => {
  const mails = new Map<string, Mail>();
  let changed = 0;

  const put = (mail: Omit<Mail, 'changed'>): void => {
    changed += 1;
    // Taken out first, so that the order is that of the last change.
    mails.delete(mail.id);
    mails.set(mail.id, { ...mail, changed });
    const [oldest] = mails.keys();
    if (mails.size > MOST && oldest !== undefined) mails.delete(oldest);
  };

  const add: Mailbox['add'] = ({ organisation, email }, screen) => {
    const id = randomUUID();
    put({ id, organisation, person: email, screen, at: now().toISOString() });
    return id;
  };
  const replace: Mailbox['replace'] = (organisation, person, id, screen) => {
    const mail = mails.get(id);
    if (mail?.person !== person || mail.organisation !== organisation) return false;
    put({ ...mail, screen, updatedAt: now().toISOString() });
    return true;
  };
  const conversation: Mailbox['conversation'] = (email) => `page:${email}`;

  return {
    id: randomUUID(),
    add,
    conversation,
    after: (moment) => [...mails.values()].filter((mail) => mail.changed > moment),
    replace,
    notify: async (person, screen) => {
      return { channel: 'page', conversation: conversation(person.email), messageId: add(person, screen) };
    },
    update: async ({ organisation, email }, { messageId }, screen) =>
      replace(organisation, email, messageId, screen) ? 'ok' : { refused: 'permanent' },
  };
};
