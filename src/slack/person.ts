import type { PersonId, PersonStore } from '../handover/ports.ts';
import { kindOf, type Log } from './log.ts';
import type { Member } from './member.ts';
import { referenceOf } from './reference.ts';

/** Who is in the organisation file, and where their platform ids are kept. */
export type Directory = {
  readonly store: Pick<PersonStore, 'bind' | 'bindingsOf' | 'personOf'>;
  /** Whether the organisation file names somebody with this e-mail, in small letters. */
  isPerson(person: PersonId): boolean;
};

/** Somebody who writes or clicks; the request was signed by Slack. */
export type Somebody = { readonly organisation: string; readonly team: string; readonly user: string };

/**
 * The e-mail of the person in the organisation file, or undefined for everybody else. `unsure`: Slack or the store did not
 * answer, so that nobody may be told that they are not known here.
 */
export type Resolved = { readonly email: string | undefined; readonly unsure?: true };

export type Persons = { resolve(who: Somebody): Promise<Resolved> };

type Known = { readonly email: string | undefined; readonly at: number };

/** How long it is believed that somebody is not in the file: they may be added, and the file read again. */
const STRANGER_MS = 10 * 60_000;
const KNOWN_MS = 60 * 60_000;
const MOST = 5000;

/**
 * Finds out who somebody is: by the id that was tied to them before, or at first contact by the e-mail that the workspace has
 * confirmed. Guests and people of other organisations are nobody here.
 */
export function createPersons(
  { store, isPerson }: Directory,
  member: (user: string) => Promise<Member>,
  log: Log,
  now: () => number,
): Persons {
  const known = new Map<string, Known>();

  const recall = (key: string): Known | undefined => {
    const found = known.get(key);
    if (found === undefined) return undefined;
    return now() - found.at < (found.email === undefined ? STRANGER_MS : KNOWN_MS) ? found : undefined;
  };

  const remember = (key: string, email: string | undefined): void => {
    known.delete(key);
    known.set(key, { email, at: now() });
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  };

  const boundTo = async ({ organisation, team, user }: Somebody): Promise<string | undefined> => {
    const email = await store.personOf(organisation, 'slack', user);
    if (email === undefined || !isPerson({ organisation, email })) return undefined;
    const kept = (await store.bindingsOf({ organisation, email })).find(({ channel }) => channel === 'slack');
    return kept?.reference === referenceOf({ team, user }) ? email : undefined;
  };

  const introduced = async (who: Somebody): Promise<string | undefined> => {
    const { organisation, team, user } = who;
    const found = await member(user);
    if (found.id !== user || found.outsider || !found.teams.includes(team)) return undefined;
    const { email } = found;
    if (email === undefined || !isPerson({ organisation, email })) return undefined;
    await store.bind({ organisation, email }, { channel: 'slack', platformId: user, reference: referenceOf(who) });
    // One account a person: a former one is looked up anew.
    for (const [key, each] of known) if (each.email === email) known.delete(key);
    return email;
  };

  return {
    resolve: async (who) => {
      const key = JSON.stringify([who.organisation, who.team, who.user]);
      const before = recall(key);
      if (before !== undefined) return { email: before.email };
      try {
        const email = (await boundTo(who)) ?? (await introduced(who));
        remember(key, email);
        return { email };
      } catch (error) {
        log.error({ reason: kindOf(error) }, 'A person could not be looked up in Slack.');
        return { email: undefined, unsure: true };
      }
    },
  };
}
