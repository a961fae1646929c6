import { expect, test } from 'vitest';
import { reachability } from '../../../src/cli/check/reach.ts';
import { type Find, patient, waysIn } from '../../../src/cli/check/ways.ts';
import type { Config } from '../../../src/config.ts';
import type { Channel } from '../../../src/conversation/event.ts';
import type { NotTaken, PersonId } from '../../../src/handover/ports.ts';
import { agreed, organisationWith } from '../../organisation/small.ts';

/** Whom a case can go to there: bestuur, directeur, leider.onder, leider.boven and hoofd. */
const organisation = organisationWith();
const nameOf = ({ email }: Pick<PersonId, 'email'>) => email.replace(/@.*/, '');
const both = { teams: {}, slack: {} } as Pick<Config, 'teams' | 'slack'>;
const teamsOnly = { teams: {}, slack: undefined } as Pick<Config, 'teams' | 'slack'>;

type Given = {
  readonly config?: Pick<Config, 'teams' | 'slack'>;
  readonly bound?: Readonly<Record<string, Channel>>;
  readonly find?: (name: string) => boolean | 'unknown';
};

async function look({ config = both, bound = {}, find }: Given) {
  const asked: string[] = [];
  const people = {
    bindingsOf: async (person: PersonId) => {
      const channel = bound[nameOf(person)];
      return channel === undefined ? [] : [{ channel, platformId: 'x', reference: '{}' }];
    },
  };
  const finding: Find = async (person) => {
    asked.push(nameOf(person));
    return find?.(nameOf(person)) ?? false;
  };
  const ways = await waysIn(organisation, agreed, config, people, find && finding);
  const checks = reachability(organisation, agreed, ways);
  return { asked, checks, wrong: checks.filter(({ ok }) => !ok).map(({ message }) => message) };
}

const all = {
  bestuur: 'teams',
  directeur: 'teams',
  'leider.onder': 'teams',
  'leider.boven': 'teams',
  hoofd: 'teams',
} as const;

test('everybody has the app, or Slack knows them: nobody is named, and only who must be is looked up', async () => {
  const { hoofd: _, ...most } = all;
  const { asked, checks } = await look({ bound: most, find: () => true });
  expect(asked).toEqual(['hoofd']);
  expect(checks).toEqual([
    { check: 'reach', ok: true, message: expect.stringContaining('5 of the 7 people'), remedy: '' },
  ]);
});

test('who is reached over a channel that is no longer set up is not reached', async () => {
  const { wrong } = await look({ config: teamsOnly, bound: { ...all, hoofd: 'slack' } });
  expect(wrong).toEqual(['klein: the bot cannot write to hoofd@klein.example (Schoolhoofd).']);
});

test('each who is not reached is named, with what helps on the platforms that there are', async () => {
  const { checks, wrong } = await look({ config: teamsOnly });
  expect(wrong).toHaveLength(5);
  expect(checks[0]?.remedy).toContain('app in Teams');
  expect(checks[0]?.remedy).not.toContain('workspace');
});

test('Slack does not answer: said once, asked once, and nobody is called unreachable for it', async () => {
  const { asked, wrong } = await look({ bound: { bestuur: 'teams' }, find: () => 'unknown' });
  expect(asked).toEqual(['directeur']);
  expect(wrong).toEqual(['klein: of 4 people it is not known whether Slack reaches them.']);
});

test.each<[string, readonly (string | NotTaken)[], boolean | 'unknown', readonly number[]]>([
  ['known', ['reference'], true, []],
  ['not known', [{ refused: 'permanent' }], false, []],
  ['asked too often, and then known', [{ refused: 'temporary', retryAfterMs: 30_000 }, 'reference'], true, [30_000]],
  ['away', [{ refused: 'temporary' }], 'unknown', []],
  ['to come back after an hour', [{ refused: 'temporary', retryAfterMs: 3_600_000 }], 'unknown', []],
  ['always asked too often', Array(5).fill({ refused: 'temporary', retryAfterMs: 1000 }), 'unknown', [1000, 1000]],
])('somebody whom Slack says is %s', async (_name, answers, expected, waited) => {
  const left = [...answers];
  const waits: number[] = [];
  const find = patient(
    async () => left.shift() ?? { refused: 'permanent' },
    async (ms) => void waits.push(ms),
  );
  expect(await find({ organisation: 'klein', email: 'hoofd@klein.example' })).toBe(expected);
  expect(waits).toEqual(waited);
});
