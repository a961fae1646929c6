import type { Channel } from '../conversation/event.ts';
import type { Screen } from '../conversation/reply.ts';
import type { Medium, Messenger, NotTaken, PersonId, PersonStore, SentMessage, Taken } from '../handover/ports.ts';

/**
 * One platform, or e-mail, as it is written to without being asked. `reference` is what the channel itself kept in a binding, or
 * what it found.
 */
export type Carrier = {
  /** @param once as in `Messenger` */
  send(reference: string, screen: Screen, once?: string): Promise<Taken | NotTaken>;
  update(reference: string, message: SentMessage, screen: Screen): Promise<'ok' | NotTaken>;
  /**
   * Where the platform knows people who never wrote to the bot: their reference. A permanent refusal is somebody it does not
   * know. Never rejects.
   */
  find?(person: PersonId): Promise<string | NotTaken>;
};

export type MessengerOptions = {
  readonly people: Pick<PersonStore, 'bindingsOf'>;
  readonly carriers: Partial<Readonly<Record<Medium, Carrier>>>;
  /** The channel that somebody prefers, where the organisation file says so. */
  prefers(person: PersonId): Channel | undefined;
  /** Local mode: the page's mailbox, which reaches everybody whom nothing else reaches. */
  readonly mailbox?: Messenger;
};

type Way = { readonly channel: Medium; readonly carrier: Carrier; readonly reference: string | NotTaken };

const unreachable: NotTaken = { refused: 'permanent' };

/**
 * Reaches a person over the channel that reaches them: the one they prefer, then the one they were last seen on, then the
 * others, then those that know them although they never wrote, and at last e-mail. A channel that refuses for good makes way for the next;
 * one that refuses for now is waited for.
 */
export function createMessenger({ people, carriers, prefers, mailbox }: MessengerOptions): Messenger {
  const found = async (person: PersonId, channel: Medium): Promise<readonly Way[]> => {
    const carrier = carriers[channel];
    const reference = await carrier?.find?.(person);
    const isThere = typeof reference === 'string' || reference?.refused === 'temporary';
    return carrier === undefined || !isThere ? [] : [{ channel, carrier, reference }];
  };

  const boundTo = async (person: PersonId): Promise<readonly Way[]> =>
    (await people.bindingsOf(person)).flatMap(({ channel, reference }) => {
      const carrier = carriers[channel];
      return carrier === undefined ? [] : [{ channel, carrier, reference }];
    });

  /** One after the other, so that nobody is looked up who is reached anyhow. */
  async function* waysTo(person: PersonId): AsyncGenerator<Way> {
    const preferred = prefers(person);
    const bound = await boundTo(person);
    const first = bound.filter(({ channel }) => channel === preferred);
    yield* first;
    if (preferred !== undefined && first.length === 0) yield* await found(person, preferred);
    yield* bound.filter((way) => !first.includes(way));
    const others = finding.filter((channel) => channel !== preferred && !bound.some((way) => way.channel === channel));
    for (const channel of others) yield* await found(person, channel);
  }

  const wayOver = async (person: PersonId, wanted: Medium): Promise<Way | undefined> =>
    (await boundTo(person)).find(({ channel }) => channel === wanted) ?? (await found(person, wanted))[0];

  return {
    notify: async (person, screen, once) => {
      let outcome: Taken | NotTaken = unreachable;
      for await (const { carrier, reference } of waysTo(person)) {
        outcome = typeof reference === 'string' ? await carrier.send(reference, screen, once) : reference;
        if (!('refused' in outcome) || outcome.refused === 'temporary') break;
      }
      return 'refused' in outcome && mailbox !== undefined ? mailbox.notify(person, screen, once) : outcome;
    },
    update: async (person, message, screen) => {
      if (message.channel === 'page') return mailbox?.update(person, message, screen) ?? unreachable;
      const way = await wayOver(person, message.channel);
      if (way === undefined) return unreachable;
      const { carrier, reference } = way;
      return typeof reference === 'string' ? carrier.update(reference, message, screen) : reference;
    },
  };
}

/** What may know people who never wrote to the bot, in the order in which it is asked. */
const finding: readonly Medium[] = ['slack', 'teams', 'mail'];
