import type { TeamsActivity } from './activity.ts';
import type { OpenTurn } from './adapter.ts';
import { isExtension, isSearch } from './extension.ts';
import { isRemoval } from './inbound.ts';
import type { Member } from './member.ts';
import type { Persons } from './person.ts';
import { referenceOf } from './reference.ts';

/** The message extension is given up after 5 s, and most of the chats it is used in tell the bot nothing anyhow. */
const EXTENSION_MS = 1500;

/** An authenticated activity, with the verified id of whoever did it. */
export type Arrived = {
  readonly activity: TeamsActivity;
  readonly organisation: string;
  readonly person: string | undefined;
  readonly openTurn: OpenTurn;
};

/** Who that is in the organisation file. Who removes the bot is forgotten rather than looked up. Never rejects. */
export async function emailOf(persons: Persons | undefined, arrived: Arrived): Promise<string | undefined> {
  const { activity, organisation, person: platformId } = arrived;
  if (persons === undefined || platformId === undefined) return undefined;
  const contact = { organisation, platformId, reference: referenceOf(activity, organisation, platformId) };
  if (isSearch(activity)) return persons.known(contact);
  if (isExtension(activity)) return persons.resolve(contact, () => within(EXTENSION_MS, memberOf(arrived)));
  if (!isRemoval(activity)) return persons.resolve(contact, () => memberOf(arrived));
  await persons.forget(contact);
  return undefined;
}

/** Asks Microsoft's connector who sent an activity. */
async function memberOf({ activity, openTurn }: Arrived): Promise<Member> {
  let member: Member | undefined;
  await openTurn(async (turn) => {
    member = await turn.member(activity.from.id);
  });
  if (member === undefined) throw new TypeError('The turn was not opened');
  return member;
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TypeError('The look-up took too long')), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
