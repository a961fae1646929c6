import type { PersonId, PersonStore } from '../handover/ports.ts';
import type { Log } from './log.ts';
import type { Member } from './member.ts';
import type { Reference } from './reference.ts';

/** Who is in the organisation file, and where their platform ids are kept. */
export type Directory = {
  readonly store: Pick<PersonStore, 'bind' | 'unbind' | 'bindingsOf' | 'personOf'>;
  /** Whether the organisation file names somebody with this e-mail, in small letters. */
  isPerson(person: PersonId): boolean;
};

/** Somebody who writes or clicks; `platformId` was verified. */
export type Contact = {
  readonly organisation: string;
  readonly platformId: string;
  /** Where it happened; only of a chat with this one person it is kept, so that the bot can write to them first. */
  readonly reference: Reference;
};

export type Persons = {
  /**
   * The e-mail of the person in the organisation file, or undefined for everybody else. Never rejects: when the store or
   * Microsoft does not answer, somebody is nobody until the next message.
   * @param member asks Microsoft's connector who this is; only for who is not known yet
   */
  resolve(contact: Contact, member: () => Promise<Member>): Promise<string | undefined>;
  /** The same for who was seen before, without asking anybody: while somebody types there is no time for that. Never rejects. */
  known(contact: Contact): Promise<string | undefined>;
  /**
   * They removed the bot: it can no longer write to them, and what is theirs goes to the next in line at once. Never rejects.
   * A group or channel that it was removed from is no way to a person.
   */
  forget(contact: Contact): Promise<void>;
};

type Known = { readonly email: string | undefined; readonly bound: string | undefined; readonly at: number };

/** How long it is believed that somebody is not in the file: they may be added, and the file read again. */
const STRANGER_MS = 10 * 60_000;
const KNOWN_MS = 60 * 60_000;
const MOST = 5000;

/** Finds out who somebody is: by the id that was tied to them before, or at first contact by what their tenant says. */
export function createPersons({ store, isPerson }: Directory, log: Log, now: () => number): Persons {
  const known = new Map<string, Known>();

  const remember = (key: string, email: string | undefined, bound: string | undefined): void => {
    known.delete(key);
    known.set(key, { email, bound, at: now() });
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  };

  const recall = (key: string): Known | undefined => {
    const found = known.get(key);
    if (found === undefined) return undefined;
    return now() - found.at < (found.email === undefined ? STRANGER_MS : KNOWN_MS) ? found : undefined;
  };

  /** By the id that was tied to them, as long as the file still names them. */
  const boundTo = async ({ organisation, platformId }: Contact): Promise<string | undefined> => {
    const email = await store.personOf(organisation, 'teams', platformId);
    return email !== undefined && isPerson({ organisation, email }) ? email : undefined;
  };

  const introduced = async (contact: Contact, member: Member): Promise<string | undefined> => {
    const { organisation, platformId } = contact;
    // The body of an activity is not signed: what it says of this person must be what the tenant says.
    if ((member.aadObjectId ?? member.id) !== platformId) {
      log.warn({ organisation }, 'Microsoft knows this person by another id; nobody was tied to it.');
      return undefined;
    }
    if (member.guest) return undefined;
    const found = member.addresses.filter((email) => isPerson({ organisation, email }));
    if (found.length > 1) log.warn({ organisation }, 'Two people of the organisation file have the addresses of one.');
    return found.length === 1 ? found[0] : undefined;
  };

  /** Ties the id to the person with the way to write to them; `undefined` where others read along. */
  const bind = async (contact: Contact, email: string, before: string | undefined): Promise<string | undefined> => {
    const { organisation, platformId } = contact;
    if (contact.reference.privacy !== 'private') return before;
    const reference = JSON.stringify(contact.reference);
    if (reference === before) return before;
    const kept = (await store.bindingsOf({ organisation, email })).find(({ channel }) => channel === 'teams');
    if (kept?.platformId !== platformId || kept.reference !== reference) {
      await store.bind({ organisation, email }, { channel: 'teams', platformId, reference });
      // One account a person: a former one is looked up anew.
      for (const [key, each] of known) if (each.email === email) known.delete(key);
    }
    return reference;
  };

  const keyOf = ({ organisation, platformId }: Contact): string => JSON.stringify([organisation, platformId]);

  return {
    known: async (contact) => {
      const key = keyOf(contact);
      const before = recall(key);
      if (before !== undefined) return before.email;
      try {
        const email = await boundTo(contact);
        if (email !== undefined) remember(key, email, undefined);
        return email;
      } catch (error) {
        log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'A person could not be looked up.');
        return undefined;
      }
    },
    forget: async (contact) => {
      if (contact.reference.privacy !== 'private') return;
      known.delete(keyOf(contact));
      try {
        await store.unbind(contact.organisation, 'teams', contact.platformId);
      } catch (error) {
        log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'A person could not be untied.');
      }
    },
    resolve: async (contact, member) => {
      const key = keyOf(contact);
      const before = recall(key);
      let email = before?.email;
      try {
        if (before === undefined) email = (await boundTo(contact)) ?? (await introduced(contact, await member()));
        const bound = email === undefined ? undefined : await bind(contact, email, before?.bound);
        if (before === undefined || bound !== before.bound) remember(key, email, bound);
      } catch (error) {
        log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'A person could not be looked up.');
      }
      return email;
    },
  };
}
