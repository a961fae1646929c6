import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { openStore, type Store } from '../../../src/store/store.ts';
import { folderOf } from '../../fakes/content.ts';
import { dropSchema, newSchema } from '../../fakes/postgres/schema.ts';
import { type Started, startMain } from '../../fakes/started.ts';
import { colleague } from '../../fakes/teams/colleague.ts';
import { startConnector } from '../../fakes/teams/connector.ts';
import type { Without } from '../without.ts';
import { type Balancer, startBalancer } from './balancer.ts';
import { type Gate, startGate } from './gate.ts';

/** Two servers on one database, what stands before them, and a connector behind them. */
export type Fleet = {
  readonly servers: [Started, Started];
  readonly balancer: Balancer;
  readonly gate: Gate;
  /** What the database holds, seen from outside both. */
  readonly store: Store;
  start(): Promise<Started>;
  close(): Promise<void>;
};

export type FleetOptions = {
  /** The PostgreSQL server. */
  readonly server: string;
  readonly leaseMs: number;
  /** How long somebody waits for one server before they try the other. */
  readonly patienceMs: number;
  /** The safeguard that the control does without. */
  readonly without: Without | undefined;
};

/** A reminder that comes due in a long proof is no sign that something was left undone: here people have nearly a thousand hours. */
function patientOrganisation() {
  const example = readFileSync('organisations/example.yaml', 'utf8');
  const deadlines = 'deadlines: { twijfel: 999 uur, ontsporing: 999 uur, melding: 999 uur, spoed: 999 uur }';
  const patient = example.replace(/^deadlines: .*$/m, deadlines);
  if (!patient.includes(deadlines)) throw new Error('the example has no line of deadlines');
  return folderOf({ 'example.yaml': patient });
}

const KEY = Buffer.alloc(32, 7).toString('base64');

export async function startFleet({ server, leaseMs, patienceMs, without }: FleetOptions): Promise<Fleet> {
  const { url: databaseUrl, schema } = await newSchema(server);
  // A clock of its own: the limits of Teams are another proof's matter.
  let second = 0;
  const now = () => {
    second += 1;
    return second * 1000;
  };
  const connector = await startConnector({ now });
  const gate = await startGate(connector);
  const modules = [
    './test/fakes/unpaced.ts',
    './test/proof/two/short-lease.ts',
    ...(without === undefined ? [] : ['./test/proof/without.ts']),
  ];
  const organisations = patientOrganisation();
  const env = {
    ORGANISATIONS: organisations.folder,
    DATABASE_URL: databaseUrl,
    DATA_KEY: KEY,
    PROOF_LEASE_MS: String(leaseMs),
    ...(without === undefined ? {} : { PROOF_WITHOUT: JSON.stringify(without) }),
  };
  const start = () =>
    startMain(
      env,
      modules.flatMap((file) => ['--import', file]),
    );
  const servers: [Started, Started] = await Promise.all([start(), start()]);
  const balancer = await startBalancer(patienceMs);
  for (const email of everybody()) await colleague(gate.connector, servers[0].url, email).installs();
  const settings = { folder: '', databaseUrl, dataKey: KEY, production: true, warn: () => undefined };
  const store = await openStore({ ...settings, clock: () => new Date(), migrate: false });
  return {
    servers,
    balancer,
    gate,
    store,
    start,
    close: async () => {
      // One that is still stopped would never hear that it should end.
      for (const { pid } of servers) continued(pid);
      await Promise.all(servers.map((each) => each.stop()));
      balancer.close();
      gate.close();
      await Promise.all([connector.close(), store.close()]);
      organisations.remove();
      await dropSchema(server, schema);
    },
  };
}

function continued(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT');
  } catch {
    // It has ended.
  }
}

/** Everybody of the example board can be written to first. */
function everybody(): readonly string[] {
  const file = parse(readFileSync('organisations/example.yaml', 'utf8')) as { people: { email: string }[] };
  return file.people.map(({ email }) => email);
}
