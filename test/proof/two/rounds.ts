import { setTimeout as wait } from 'node:timers/promises';
import type { CaseStore } from '../../../src/handover/ports.ts';
import type { Without } from '../without.ts';
import { counted, type Figures } from './counting.ts';
import { type Fleet, startFleet } from './fleet.ts';
import { type Asker, answered, askers, type Done, post, type Sent, written } from './town.ts';

/** Two servers share a database; in the middle of everything one is killed, or stopped until its claims have run out. */

export type Options = {
  readonly server: string;
  readonly rounds: number;
  readonly without?: Without;
  /** Told after each round. */
  readonly said?: (line: string) => void;
};

const LEASE_MS = 1_500;
const PATIENCE_MS = 2_500;
const OVERDUE_MS = 60_000;
const below = (limit: number) => Math.floor(Math.random() * limit);

export async function twoServers({ server, rounds, without, said = () => undefined }: Options): Promise<Figures> {
  const fleet = await startFleet({ server, leaseMs: LEASE_MS, patienceMs: PATIENCE_MS, without });
  const sent: Sent[] = [];
  const done: Done[] = [];
  const struck = { killed: 0, paused: 0 };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const how = round % 2 === 0 ? 'paused' : 'killed';
      struck[how] += 1;
      await oneRound(fleet, { round, how, sent, done });
      said(`round ${round + 1}, one ${how}: ${sent.length} forms, ${done.length} answers`);
    }
    const overdue = !(await nothingDue(fleet.store.cases, OVERDUE_MS));
    // Whatever the stopped one still had in hand is over when it has ended.
    await Promise.all(fleet.servers.map((each) => each.stop()));
    return { rounds, ...struck, ...(await counted(fleet, sent, done)), overdue };
  } finally {
    await fleet.close();
  }
}

type Round = {
  readonly round: number;
  readonly how: 'killed' | 'paused';
  readonly sent: Sent[];
  readonly done: Done[];
};

async function oneRound(fleet: Fleet, { round, how, sent, done }: Round): Promise<void> {
  const { servers, balancer, gate, store } = fleet;
  balancer.to(servers.map(({ url }) => url));
  const victim = below(2) as 0 | 1;
  const striker = below(askers.length);
  const strike = async () => {
    // The one that is struck is delivering: what it sent arrived, and it does not know yet.
    for (let left = 100; left > 0 && gate.held() === 0; left -= 1) await wait(10);
    await wait(below(30));
    if (how === 'killed') await servers[victim].kill();
    else process.kill(servers[victim].pid, 'SIGSTOP');
    await wait(below(30));
    gate.open();
  };
  const one = async (asker: Asker, who: number): Promise<void> => {
    const each = await patiently(() => written(balancer.url, asker, `vraag ${round}-${who}`, (round + who) % 3 === 0));
    sent.push(each);
    if (who === striker) {
      gate.shut();
      each.ref = await post(servers[victim].url, each).catch(() => undefined);
      await strike();
    }
    each.ref ??= await patiently(() => post(balancer.url, each));
    if (each.ref !== undefined && who % 2 === 0) {
      const { ref } = each;
      await patiently(() => answered(balancer.url, store.cases, ref, (what) => done.push(what)));
    }
  };
  await Promise.all(askers.map(one));
  if (how === 'killed') {
    servers[victim] = await fleet.start();
    return;
  }
  await wait(LEASE_MS);
  sent.push(await wake(fleet, victim === 0 ? 1 : 0, round));
  await nothingDue(store.cases, OVERDUE_MS);
  process.kill(servers[victim].pid, 'SIGCONT');
}

/** What a person does when no server answers: the same once more. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (cause) {
      if (attempt === 10) throw cause;
      await wait(200);
    }
  }
}

/** A loop sleeps up to half a minute when it knows of nothing due; what somebody sends to its server wakes it. */
async function wake({ servers }: Fleet, which: 0 | 1, round: number): Promise<Sent> {
  const asker = askers[round % askers.length] ?? askers[0];
  if (asker === undefined) throw new Error('nobody asks');
  const { url } = servers[which];
  const each = await written(url, asker, `vraag ${round}-wakker`, false);
  each.ref = await post(url, each);
  return each;
}

/** Whether everything that is due is done, within so long. What is claimed is due again soon; what waits for people is not. */
async function nothingDue(cases: CaseStore, withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs;
  for (;;) {
    const next = await cases.nextDueAt();
    if (next === undefined || next.getTime() > Date.now() + 10 * LEASE_MS) return true;
    if (Date.now() > until) return false;
    await wait(50);
  }
}
