import { pino } from 'pino';
import type { Config } from '../../config.ts';
import type { Medium, NotTaken, PersonId, PersonStore } from '../../handover/ports.ts';
import type { Agreed } from '../../organisation/agreed.ts';
import type { Organisations } from '../../organisation/load.ts';
import type { Person } from '../../organisation/person.ts';
import { receivers } from '../../organisation/receivers.ts';
import type { Organisation } from '../../organisation/schema.ts';
import type { Ways } from './reach.ts';

/** Slack lets somebody look up some fifty people a minute, and then says how long to wait. */
const LONGEST_MS = 60_000;
const TRIES = 3;

/** Whether somebody is reached who never wrote; unknown when the platform does not answer now. */
export type Find = (person: PersonId) => Promise<boolean | 'unknown'>;

/**
 * Looks up how the people of an organisation can be reached: by what they wrote before, because Slack
 * knows them, or by e-mail.
 * @param people undefined when nothing is kept yet
 */
export async function waysIn(
  organisation: Organisation,
  agreed: Agreed,
  config: Pick<Config, 'teams' | 'slack'> & Partial<Pick<Config, 'mail'>>,
  people: Pick<PersonStore, 'bindingsOf'> | undefined,
  find: Find | undefined,
): Promise<Ways> {
  const channels: Medium[] = [
    ...(config.teams ? ['teams' as const] : []),
    ...(config.slack ? ['slack' as const] : []),
    ...(config.mail ? ['mail' as const] : []),
  ];
  const posted: readonly Medium[] = config.mail ? ['mail'] : [];
  const known = new Map<string, readonly Medium[] | 'unknown'>();
  let silent = false;
  for (const { email } of receivers(organisation, agreed)) {
    const person = { organisation: organisation.id, email };
    const bound = (await people?.bindingsOf(person)) ?? [];
    const open = channels.filter((channel) => bound.some((binding) => binding.channel === channel));
    // Nobody is looked up who is reached anyhow: Slack counts what it is asked. Who does not answer once is not asked again.
    const found: boolean | 'unknown' =
      open.length === 0 && find !== undefined && (silent ? 'unknown' : await find(person));
    silent ||= found === 'unknown';
    known.set(email, found === 'unknown' ? found : [...(found ? (['slack'] as const) : open), ...posted]);
  }
  return { channels, of: ({ email }: Person) => known.get(email) ?? [] };
}

/** Slack's own look-up by e-mail, as delivery does it. Loaded only where Slack is used. */
export async function findInSlack(settings: Config['slack'], organisations: Organisations): Promise<Find | undefined> {
  if (settings === undefined) return undefined;
  const [{ createApi }, { createCarrier }] = await Promise.all([
    import('../../slack/api.ts'),
    import('../../slack/carrier.ts'),
  ]);
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const pace = { now: Date.now, wait };
  const api = createApi({ token: settings.botToken, url: settings.apiUrl, log: pino({ level: 'silent' }), pace });
  const isIn = async ({ organisation }: PersonId, team: string) => organisations.byWorkspace(team)?.id === organisation;
  const nothingToDraw = () => ({ text: '', blocks: [] });
  const { find } = createCarrier(api, nothingToDraw, isIn, Date.now);
  return patient((person) => find(person), wait);
}

type Answer = string | NotTaken;

/** Waits as often as Slack says when to come back; gives up on anything else. */
export function patient(find: (person: PersonId) => Promise<Answer>, wait: (ms: number) => Promise<void>): Find {
  return async (person) => {
    for (let tries = 1; ; tries += 1) {
      const answer = await find(person);
      if (typeof answer === 'string') return true;
      if (answer.refused === 'permanent') return false;
      if (answer.retryAfterMs === undefined || answer.retryAfterMs > LONGEST_MS || tries === TRIES) return 'unknown';
      await wait(answer.retryAfterMs);
    }
  };
}
