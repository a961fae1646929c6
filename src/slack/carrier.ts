import type { Screen } from '../conversation/reply.ts';
import type { NotTaken, PersonId, SentMessage, Taken } from '../handover/ports.ts';
import type { Api } from './api.ts';
import { refusalOf } from './api-error.ts';
import type { Message } from './blocks/message.ts';
import { channelIn, conversationOf, parseReference, type Reference, referenceOf } from './reference.ts';

/** Slack as the messenger knows it. `reference` is what `reference.ts` writes. */
export type SlackCarrier = {
  send(reference: string, screen: Screen): Promise<Taken | NotTaken>;
  update(reference: string, message: SentMessage, screen: Screen): Promise<'ok' | NotTaken>;
  /**
   * The reference of somebody who never wrote to the bot: the workspace knows them by their e-mail. A permanent refusal when
   * it does not.
   */
  find(person: PersonId): Promise<string | NotTaken>;
};

type Found = { readonly reference: string | undefined; readonly at: number };

const notThere: NotTaken = { refused: 'permanent' };

/** How long it is believed where somebody is, and that they are not there: they may get an account. */
const KNOWN_MS = 60 * 60_000;
const STRANGER_MS = 10 * 60_000;

/** @param isIn whether a person's organisation has this workspace */
export function createCarrier(
  api: Api,
  render: (screen: Screen) => Message,
  isIn: (person: PersonId, team: string) => Promise<boolean>,
  now: () => number,
): SlackCarrier {
  const known = new Map<string, Found>();

  const lookedUp = async (person: PersonId): Promise<string | undefined> => {
    const team = await api.workspace();
    if (!(await isIn(person, team))) return undefined;
    const found = await api.memberByEmail(person.email);
    const fits = !found.outsider && found.email === person.email && found.teams.includes(team);
    return fits ? referenceOf({ team, user: found.id }) : undefined;
  };

  return {
    send: (stored, screen) =>
      attempt<Taken>(stored, async ({ team, user }) => {
        const { channel, ts } = await api.post(user, render(screen));
        return { channel: 'slack', conversation: conversationOf(team, channel), messageId: ts };
      }),
    update: (stored, { conversation, messageId }, screen) =>
      attempt<'ok'>(stored, async ({ team }) => {
        const channel = channelIn(team, conversation);
        if (channel === undefined) return { refused: 'permanent' };
        await api.update({ channel, ts: messageId }, render(screen));
        return 'ok';
      }),
    find: async (person) => {
      const key = JSON.stringify([person.organisation, person.email]);
      const before = known.get(key);
      const keep = before?.reference === undefined ? STRANGER_MS : KNOWN_MS;
      if (before !== undefined && now() - before.at < keep) return before.reference ?? notThere;
      try {
        const reference = await lookedUp(person);
        known.set(key, { reference, at: now() });
        return reference ?? notThere;
      } catch (error) {
        const notTaken = notTakenBy(error);
        if (notTaken.refused === 'permanent') known.set(key, { reference: undefined, at: now() });
        return notTaken;
      }
    },
  };
}

async function attempt<T>(stored: string, run: (reference: Reference) => Promise<T | NotTaken>): Promise<T | NotTaken> {
  const reference = parseReference(stored);
  if (reference === undefined) return { refused: 'permanent' };
  try {
    return await run(reference);
  } catch (error) {
    return notTakenBy(error);
  }
}

function notTakenBy(error: unknown): NotTaken {
  const { permanent, retryAfterMs } = refusalOf(error);
  if (permanent) return { refused: 'permanent' };
  return { refused: 'temporary', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
