import type { Channel } from '../conversation/event.ts';
import type { Screen } from '../conversation/reply.ts';
import type { Binding, Messenger, NotTaken, PersonId, PersonStore, SentMessage, Taken } from '../handover/ports.ts';

/** One platform, as it is written to without being asked. `reference` is what the channel itself kept in a binding. */
export type Carrier = {
  send(reference: string, screen: Screen): Promise<Taken | NotTaken>;
  update(reference: string, message: SentMessage, screen: Screen): Promise<'ok' | NotTaken>;
};

export type MessengerOptions = {
  readonly people: Pick<PersonStore, 'bindingsOf'>;
  readonly carriers: Partial<Readonly<Record<Channel, Carrier>>>;
  /** The channel that somebody prefers, where the organisation file says so. */
  prefers(person: PersonId): Channel | undefined;
  /** Local mode: the page's mailbox, which reaches everybody whom nothing else reaches. */
  readonly mailbox?: Messenger;
};

type Way = { readonly binding: Binding; readonly carrier: Carrier };

const unreachable: NotTaken = { refused: 'permanent' };

/**
 * Reaches a person over the channel that reaches them: the one they prefer, then the one they were last seen on, then the
 * others. A channel that refuses for good makes way for the next; one that refuses for now is waited for.
 */
export function createMessenger({ people, carriers, prefers, mailbox }: MessengerOptions): Messenger {
  const waysTo = async (person: PersonId): Promise<readonly Way[]> => {
    const preferred = prefers(person);
    const all = (await people.bindingsOf(person)).flatMap((binding) => {
      const carrier = carriers[binding.channel];
      return carrier === undefined ? [] : [{ binding, carrier }];
    });
    const first = all.filter(({ binding }) => binding.channel === preferred);
    return [...first, ...all.filter((way) => !first.includes(way))];
  };

  return {
    notify: async (person, screen) => {
      let outcome: Taken | NotTaken = unreachable;
      for (const { binding, carrier } of await waysTo(person)) {
        outcome = await carrier.send(binding.reference, screen);
        if (!('refused' in outcome) || outcome.refused === 'temporary') break;
      }
      return 'refused' in outcome && mailbox !== undefined ? mailbox.notify(person, screen) : outcome;
    },
    update: async (person, message, screen) => {
      if (message.channel === 'page') return mailbox?.update(person, message, screen) ?? unreachable;
      const way = (await waysTo(person)).find(({ binding }) => binding.channel === message.channel);
      return way === undefined ? unreachable : way.carrier.update(way.binding.reference, message, screen);
    },
  };
}
