import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { movedNotice } from '../../../src/bot/cases/moved.ts';
import { noticesOver } from '../../../src/bot/cases/notices.ts';
import { createLoop } from '../../../src/delivery/loop.ts';
import { createMessenger } from '../../../src/delivery/messenger.ts';
import { poking } from '../../../src/delivery/poking.ts';
import { withPresence } from '../../../src/delivery/presence.ts';
import type { Case } from '../../../src/handover/case.ts';
import { type Desk, send } from '../../../src/handover/desk.ts';
import type { Request } from '../../../src/handover/opening.ts';
import type { CaseStore } from '../../../src/handover/ports.ts';
import type { Stage } from '../../../src/handover/stages.ts';
import { deskOver } from '../../../src/main/desk.ts';
import type { Organisations } from '../../../src/organisation/load.ts';
import { openStore } from '../../../src/store/store.ts';
import { example } from '../../bot/world.ts';
import { inMemory } from '../../fakes/in-memory.ts';
import { library, protocolAt } from '../../protocol/library.ts';
import { awayAt, type Platform, type Side } from './platform.ts';
import { slackSide } from './slack.ts';
import { teamsSide } from './teams.ts';
import type { Time } from './time.ts';

/** The real store, loop, messenger and one channel, the example board, and a platform, all by one clock. */
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

export type Channel = 'teams' | 'slack';
const sides: Readonly<Record<Channel, (time: Time) => Promise<Side>>> = { teams: teamsSide, slack: slackSide };

/** @param between what is between the loop and the store: the control gives up here */
export async function startWorld(
  channel: Channel,
  time: Time,
  between: (cases: CaseStore) => CaseStore,
): Promise<World> {
  const folder = mkdtempSync(join(inMemory, 'bij-twijfel-outage-'));
  const clock = () => new Date(time.now());
  const store = await openStore({ folder, dataKey: KEY, production: true, clock, warn: () => undefined });
  const { place, carrier, referenceOf } = await sides[channel](time);
  const platform = awayAt(place, time);
  const desk = deskOver(between(store.cases), organisations, clock);
  const notices = noticesOver({
    organisation: organisations.byId,
    protocol: (id) => library.protocols.get(id),
    protocolAt,
  });
  const unmakeable = new Set<string>();
  const screenFor = (kase: Case, stage: Stage, person: string) => {
    if (unmakeable.has(kase.ref)) throw new Error('This card cannot be made.');
    return notices(kase, stage, person);
  };
  const messenger = createMessenger({
    people: store.people,
    carriers: { [channel]: withPresence(carrier, time.now) },
    prefers: () => undefined,
  });
  for (const { email } of people) {
    const reference = referenceOf(email);
    if (reference === undefined) continue;
    await store.people.bind({ organisation: example.id, email }, { channel, platformId: `id-${email}`, reference });
  }
  const log = { warn: () => undefined, error: () => undefined };
  const loop = createLoop({ desk, messenger, screenFor, moved: movedNotice, log, random: Math.random });
  loop.start();
  const poked: Desk = { ...desk, cases: poking(desk.cases, loop.poke) };

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
