import { z } from 'zod';
import type { Route } from '../http/route.ts';
import { checked } from './checked.ts';
import type { MovableClock } from './clock.ts';
import { jsonRoute } from './json-route.ts';
import type { Log } from './log.ts';
import type { Mail, Mailbox } from './mailbox.ts';

type Options = {
  readonly log: Log;
  readonly organisation: string;
  readonly mailbox: Mailbox;
  readonly clock: MovableClock;
  readonly isPerson: (email: string) => boolean;
};

const mailOf = ({ id, person, screen, at, updatedAt }: Mail) => ({ id, person, screen, at, updatedAt });

/**
 * `GET /page/inbox?after=…&person=…`: what came or changed in the mailbox since `after`, of one person or, without `person`,
 * of all, and what time it is. Asked again and again rather than held open: nothing to hold up a stop, and no limit on tabs.
 */
export const inboxRoute = ({ log, organisation, mailbox, clock, isPerson }: Options): Route => {
  const query = z.strictObject({
    after: z.coerce.number().int().min(0).default(0),
    person: z
      .string()
      .toLowerCase()
      .refine(isPerson, { message: 'nobody in the organisation file has this address' })
      .optional(),
    mailbox: z.uuid().optional(),
  });
  return jsonRoute({
    method: 'GET',
    path: '/page/inbox',
    log,
    answer: async (request) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const { after, person, mailbox: known } = checked(query, Object.fromEntries(searchParams), 'bad-query');
      // Another mailbox than the one that was asked for: its count began anew.
      const since = mailbox.after(known === undefined || known === mailbox.id ? after : 0);
      const mails = since.filter((mail) => mail.organisation === organisation);
      return {
        mailbox: mailbox.id,
        now: clock.now().toISOString(),
        after: mails.at(-1)?.changed ?? (known === mailbox.id ? after : 0),
        mails: mails.filter((mail) => person === undefined || mail.person === person).map(mailOf),
      };
    },
  });
};
