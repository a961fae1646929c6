import { createHmac, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Screen } from '../conversation/reply.ts';
import type { NotTaken, PersonId, SentMessage, Taken } from '../handover/ports.ts';
import type { Letter } from './letter.ts';
import { createOnce } from './once.ts';
import { refusalOf } from './refused.ts';
import type { Smtp } from './smtp.ts';

/** E-mail as the messenger knows it: the way to who is reached by nothing else. */
export type MailCarrier = {
  /** The screen stays here: the e-mail says only that something waits. */
  send(reference: string, screen: Screen, once?: string): Promise<Taken | NotTaken>;
  /** An e-mail cannot change, and it says nothing that could become untrue. */
  update(reference: string, message: SentMessage, screen: Screen): Promise<'ok'>;
  /** Everybody in the organisation file has an address. */
  find(person: PersonId): Promise<string | NotTaken>;
};

export type MailOptions = {
  readonly smtp: Pick<Smtp, 'send'>;
  /** What is sent to somebody; undefined for who is in no organisation file, and to whom nothing is sent. */
  readonly letterTo: (person: PersonId) => Letter | undefined;
  /** The address that it is sent from. */
  readonly from: string;
  readonly log: {
    warn(fields: Readonly<Record<string, unknown>>, message: string): void;
    error(fields: Readonly<Record<string, unknown>>, message: string): void;
  };
  /**
   * The same after a restart: what is sent again after one is then the same e-mail, which many mail servers bring once. A secret,
   * so that a mail server's log does not tell which case an e-mail was about.
   */
  readonly secret: Buffer;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

const nobody: NotTaken = { refused: 'permanent' };

const reference = z.tuple([z.string(), z.string()]);

/** The carrier for e-mail. Nothing of it rejects. */
export function createMail({ smtp, letterTo, from, secret, log, now }: MailOptions): MailCarrier {
  const sent = createOnce(now);
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const idOf = (once: string | undefined): string => {
    const name =
      once === undefined ? randomUUID() : createHmac('sha256', secret).update(once).digest('hex').slice(0, 40);
    return `${name}@${domain}`;
  };

  const post = async (person: PersonId, letter: Letter, id: string): Promise<NotTaken | undefined> => {
    try {
      await smtp.send({ to: person.email, ...letter, id });
      return undefined;
    } catch (cause) {
      const { code, status, permanent, ours } = refusalOf(cause);
      if (ours) log.error({ code, status }, 'No e-mail can be sent: see "npm run check", and SMTP_URL.');
      else log.warn({ code, status }, 'The mail server refused an e-mail.');
      return { refused: permanent ? 'permanent' : 'temporary' };
    }
  };

  return {
    send: async (stored, _screen, once) => {
      const [organisation, email] = reference.parse(JSON.parse(stored));
      const letter = letterTo({ organisation, email });
      if (letter === undefined) return nobody;
      const id = idOf(once);
      const taken: Taken = { channel: 'mail', conversation: `mail:${email}`, messageId: id };
      if (sent.has(id)) return taken;
      const refused = await post({ organisation, email }, letter, id);
      if (refused !== undefined) return refused;
      sent.add(id);
      return taken;
    },
    update: async () => 'ok',
    find: async (person) =>
      letterTo(person) === undefined ? nobody : JSON.stringify([person.organisation, person.email]),
  };
}
