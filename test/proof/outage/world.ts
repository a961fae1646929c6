import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { movedNotice } from '../../../src/bot/cases/moved.ts';
import { noticesOver } from '../../../src/bot/cases/notices.ts';
import { dialogVerbs } from '../../../src/bot.ts';
import { createLoop } from '../../../src/delivery/loop.ts';
import { createMessenger } from '../../../src/delivery/messenger.ts';
import { poking } from '../../../src/delivery/poking.ts';
import type { Case } from '../../../src/handover/case.ts';
import { type Desk, send } from '../../../src/handover/desk.ts';
import type { Request } from '../../../src/handover/opening.ts';
import type { CaseStore } from '../../../src/handover/ports.ts';
import type { Stage } from '../../../src/handover/stages.ts';
import { deskOver } from '../../../src/main/desk.ts';
import type { Organisations } from '../../../src/organisation/load.ts';
import { withBlanks } from '../../../src/protocol/protocol.ts';
import { openStore } from '../../../src/store/store.ts';
import { createTeams } from '../../../src/teams/teams.ts';
import { example } from '../../bot/world.ts';
import { library } from '../../protocol/library.ts';
import { type Platform, startPlatform } from './platform.ts';
import type { Time } from './time.ts';

/** The real store, loop, messenger and Teams channel, the example board, and a platform, all by one clock. */
export type World = {
  readonly cases: CaseStore;
  readonly platform: Platform;
  /** Somebody puts a case to somebody; its reference. */
  open(n: number): Promise<string>;
  /** The card of this case cannot be made from now on. */
  readonly unmakeable: Set<string>;
  close(): Promise<void>;
};

/** A key for this proof only. */
const KEY = Buffer.alloc(32, 7).toString('base64');
const organisations: Organisations = {
  all: [example],
  byId: (id) => (id === example.id ? example : undefined),
  byTenant: () => undefined,
  byWorkspace: () => undefined,
};
/** Who puts a case to whom: everybody to somebody else, so that it comes to many chats. */
const { people } = example;
/** One in so many has haste: its deadline is an hour. */
const URGENT = 10;

/** @param cases what is between the loop and the store: the control gives up here */
export async function startWorld(time: Time, between: (cases: CaseStore) => CaseStore): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-outage-'));
  const clock = () => new Date(time.now());
  const store = await openStore({ folder, dataKey: KEY, production: true, clock, warn: () => undefined });
  const platform = await startPlatform(time);
  const log = pino({ level: 'silent' });
  const desk = deskOver(between(store.cases), organisations, clock);
  const teams = createTeams({
    credentials: null,
    tenants: async () => example.id,
    serviceUrls: [],
    bot: async () => [],
    log,
    commands: [],
    opensDialog: dialogVerbs,
    pace: { now: time.now, wait: time.wait, random: Math.random },
  });
  const notices = noticesOver({
    organisation: organisations.byId,
    protocol: (id) => library.protocols.get(id),
    protocolAt: ({ protocol, blanks }) => {
      const base = library.protocols.get(protocol);
      return base && withBlanks(base, blanks);
    },
  });
  const unmakeable = new Set<string>();
  const screenFor = (kase: Case, stage: Stage, person: string) => {
    if (unmakeable.has(kase.ref)) throw new Error('This card cannot be made.');
    return notices(kase, stage, person);
  };
  const messenger = createMessenger({
    people: store.people,
    carriers: { teams: teams.carrier },
    prefers: () => undefined,
  });
  for (const { email } of example.people) await introduce(email);
  const loop = createLoop({ desk, messenger, screenFor, moved: movedNotice, log, random: Math.random });
  loop.start();
  const poked: Desk = { ...desk, cases: poking(desk.cases, loop.poke) };

  async function introduce(email: string): Promise<void> {
    const conversation = chatOf(email);
    platform.connector.know(conversation);
    const place = { organisation: example.id, privacy: 'private', conversation, serviceUrl: platform.connector.url };
    const reference = JSON.stringify({ ...place, person: email, bot: '28:bot', user: `29:${email}` });
    await store.people.bind(
      { organisation: example.id, email },
      { channel: 'teams', platformId: `aad-${email}`, reference },
    );
  }

  return {
    cases: store.cases,
    platform,
    unmakeable,
    open: async (n) => {
      const sent = await send(poked, requestOf(n), { fields: { vraag: `vraag ${n}` }, notes: [] }, `n-${n}`);
      if (sent.kind !== 'sent') throw new Error('there is nobody for this case');
      return sent.case.ref;
    },
    close: async () => {
      // What waits for a moment that never comes would keep it open.
      const stopped = loop.stop();
      await time.passTo(time.now() + 60_000);
      await stopped;
      await store.close();
      await platform.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const chatOf = (email: string): string => `a:${email}`;

function requestOf(n: number): Request {
  const asker = people[n % people.length];
  const recipient = people[(n + 1 + Math.floor(n / people.length)) % people.length];
  const { email = '', location = '' } = asker ?? {};
  const kind = n % 2 === 0 ? 'doubt' : 'report';
  return {
    organisation: example.id,
    kind,
    subject: kind === 'doubt' ? 'twijfel' : 'pesten',
    urgent: n % URGENT === 0,
    location,
    protocol: example.locations.find(({ id }) => id === location)?.protocol ?? '',
    asker: email,
    recipients: [{ email: recipient?.email ?? '', role: 'leidinggevende', reason: 'protocol' }],
    excluded: [],
    ...(kind === 'report' ? { report: { nameWithheld: false, required: [] } } : {}),
  };
}
