import type { Config } from '../config.ts';
import type { Organisations } from '../organisation/load.ts';
import { type Managers, withManagers, withoutLeader } from '../organisation/managers.ts';
import type { Organisation } from '../organisation/schema.ts';
import { createGraph, GRAPH } from '../teams/graph/graph.ts';
import { managerOf } from '../teams/graph/manager.ts';
import { GraphRefused } from '../teams/graph/refused.ts';
import { createGraphToken } from '../teams/graph/token.ts';

export type ManagersOptions = {
  readonly organisations: Organisations;
  /** The organisation that the directory is of. */
  readonly organisation: Organisation;
  /** The addresses of somebody's manager, none where there is none; rejects when the directory does not say. */
  readonly managerOf: (email: string) => Promise<readonly string[]>;
  readonly log: { warn(fields: Readonly<Record<string, unknown>>, message: string): void };
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** The organisations with the managers of a directory in them, as far as it said lately. */
export type Managing = {
  readonly organisations: Organisations;
  /**
   * Asks the directory about everybody whose leidinggevende the file does not name. Never rejects.
   * @returns whether it said everything
   */
  refresh(): Promise<boolean>;
};

/** How long somebody's manager is believed while the directory does not answer; after that the file alone counts. */
const BELIEVED_MS = 7 * 24 * 3_600_000;

type Known = { readonly manager: readonly string[]; readonly at: number };

/**
 * Everything goes on without the directory: who it said nothing of yet, or too long ago, has the leidinggevende of the file, by
 * role or as the next level.
 */
export function createManaging({ organisations, organisation, managerOf, log, now }: ManagersOptions): Managing {
  const known = new Map<string, Known>();
  let current = organisation;

  const believed = (): Managers => {
    const lately = [...known].filter(([, { at }]) => now() - at < BELIEVED_MS);
    return new Map(lately.map(([email, { manager }]) => [email, manager]));
  };

  /** One at a time: Graph counts what it is asked, and nobody waits for this. */
  const ask = async (): Promise<void> => {
    for (const { email } of withoutLeader(organisation)) {
      known.set(email, { manager: await managerOf(email), at: now() });
    }
  };

  const put = (given: Organisation | undefined) => (given === organisation ? current : given);
  return {
    organisations: {
      get all() {
        return organisations.all.map((each) => (each === organisation ? current : each));
      },
      byId: (id) => put(organisations.byId(id)),
      byTenant: (tenant) => put(organisations.byTenant(tenant)),
      byWorkspace: (workspace) => put(organisations.byWorkspace(workspace)),
    },
    refresh: async () => {
      let isComplete = true;
      try {
        await ask();
      } catch (cause) {
        isComplete = false;
        const reason = cause instanceof GraphRefused ? cause.message : 'Unreadable';
        log.warn(
          { organisation: organisation.id, reason },
          'Not every leidinggevende could be looked up; tried again.',
        );
      }
      const managed = withManagers(organisation, believed());
      current = managed.organisation;
      const { unknown, circles } = managed;
      if (unknown + circles > 0) {
        const counts = { organisation: organisation.id, unknown, circles };
        log.warn(counts, 'Managers of the directory that do not count: not in the organisation file, or in a circle.');
      }
      return isComplete;
    },
  };
}

const FRESH_MS = 12 * 3_600_000;
const AGAIN_MS = 15 * 60_000;

/** The organisations as they are now, and what keeps them so. */
export type Kept = {
  readonly organisations: Organisations;
  start(): void;
  /** What is under way only reads: nobody waits for it. */
  stop(): void;
};

/** With managers from Microsoft Graph, where the school lets the bot read them; else as the files say. */
export function managedOf(config: Config, organisations: Organisations, log: ManagersOptions['log']): Kept {
  const { teams, teamsManagers } = config;
  const organisation = teams && organisations.byTenant(teams.tenantId);
  if (teams === undefined || !teamsManagers || organisation === undefined) {
    return { organisations, start: () => undefined, stop: () => undefined };
  }
  const graph = createGraph(GRAPH.graph, createGraphToken(teams, GRAPH, Date.now));
  const ask = (email: string) => managerOf(graph, email);
  return keptFresh(createManaging({ organisations, organisation, managerOf: ask, log, now: Date.now }));
}

/** Refreshes at the start, twice a day, and sooner where the directory did not say everything. */
function keptFresh({ organisations, refresh }: Managing): Kept {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const turn = async (): Promise<void> => {
    const isComplete = await refresh();
    if (!stopped) timer = setTimeout(start, isComplete ? FRESH_MS : AGAIN_MS).unref();
  };
  const start = (): void => void turn();
  return {
    organisations,
    start,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
