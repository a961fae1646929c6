import { z } from 'zod';
import type { Route } from '../http/route.ts';
import { addWorking } from '../organisation/calendar.ts';
import type { Organisation } from '../organisation/schema.ts';
import { readJson } from './body.ts';
import { checked } from './checked.ts';
import type { MovableClock } from './clock.ts';
import { jsonRoute } from './json-route.ts';
import type { Log } from './log.ts';

type Options = {
  readonly log: Log;
  readonly organisation: Organisation;
  readonly clock: MovableClock;
  readonly nextDueAt: () => Promise<Date | undefined>;
};

const MINUTE = 60_000;

/** What one can press: some time, a working day of this school, or up to what is due next. */
const steps = ['half-uur', 'vier-uur', 'werkdag', 'volgende'] as const;

/** `POST /page/clock {step, location}`: puts the clock forward and says what time it is. Local mode only, as all of the page. */
export const clockRoute = ({ log, organisation, clock, nextDueAt }: Options): Route => {
  const locations = organisation.locations.map(({ id }) => id);
  const body = z.strictObject({
    step: z.enum(steps, { error: `one of ${steps.join(', ')}` }),
    /** Whose working days count; the organisation's own when the school is none of its locations. */
    location: z
      .string()
      .refine((id) => locations.includes(id), { message: `one of ${locations.join(', ')}` })
      .optional(),
  });

  const goal = async ({ step, location = '' }: z.infer<typeof body>, now: Date): Promise<Date | undefined> => {
    switch (step) {
      case 'half-uur':
        return new Date(now.getTime() + 30 * MINUTE);
      case 'vier-uur':
        return new Date(now.getTime() + 240 * MINUTE);
      case 'werkdag':
        return addWorking(organisation, location, now, { amount: 1, unit: 'werkdag' });
      case 'volgende':
        return nextDueAt();
    }
  };

  return jsonRoute({
    method: 'POST',
    path: '/page/clock',
    log,
    answer: async (request) => {
      const asked = checked(body, await readJson(request), 'bad-clock');
      const now = clock.now();
      const until = await goal(asked, now);
      const moved = until === undefined ? 0 : Math.max(0, until.getTime() - now.getTime());
      if (moved > 0) await clock.move(moved);
      return { now: clock.now().toISOString(), moved };
    },
  });
};
