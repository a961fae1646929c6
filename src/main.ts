import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { pino } from 'pino';
import { createAnswers } from './answer/engine.ts';
import { type Kept, keptIn } from './answer/learn/kept.ts';
import { movedNotice } from './bot/cases/moved.ts';
import { noticesOver } from './bot/cases/notices.ts';
import { commands, createBot, dialogVerbs, type Ports } from './bot.ts';
import { ConfigError, readConfig } from './config.ts';
import { ContentError } from './content/parse.ts';
import type { Placed } from './conversation/reply.ts';
import { createLoop, type Loop } from './delivery/loop.ts';
import { createMessenger } from './delivery/messenger.ts';
import { createPlacing, type Placing } from './delivery/placing.ts';
import { poking } from './delivery/poking.ts';
import { dossierLinks, dossierRoute } from './dossier/dossier.ts';
import { loadWalks } from './doubt/load.ts';
import { deskOver } from './main/desk.ts';
import { directoryOf } from './main/directory.ts';
import { slackOf } from './main/slack.ts';
import { loadOrganisations, type Organisations } from './organisation/load.ts';
import type { Location } from './organisation/schema.ts';
import { createClock, createMailbox, createPage } from './page/page.ts';
import { agreedIn } from './protocol/facts.ts';
import { type Library, loadLibrary } from './protocol/load.ts';
import { type Protocol, withBlanks } from './protocol/protocol.ts';
import { loadReports } from './report/load.ts';
import { createServer, ListenError } from './server.ts';
import { StoreError } from './store/errors.ts';
import { createMemory } from './store/remembered.ts';
import { createSharedMemory } from './store/remembered-together.ts';
import { openStore } from './store/store.ts';
import { LOCAL_TENANT } from './teams/guard.ts';
import { createTeams } from './teams/teams.ts';

/** Wires everything: environment → content → store → bot → channels → delivery → server. Nobody imports this file. */
async function main(): Promise<void> {
  const config = readConfig({ ...fromFile('.env'), ...process.env });
  const log = pino({ level: config.logLevel, base: null });
  const library = loadLibrary(config.protocols);
  const organisations = loadOrganisations(config.organisations, agreedIn(library));
  const walks = loadWalks(config.protocols, library.protocols);
  const reports = loadReports(config.protocols, library);
  // The page's clock can be put forward; everywhere else time is time.
  const page = config.local ? createClock() : undefined;
  const clock = page?.now ?? (() => new Date());
  const store = await openStore({ ...config.data, clock, warn: (message) => log.warn(message) });
  const desk = deskOver(store.cases, organisations, clock);
  // The loop comes last, because it writes over the channels; whatever changes a case before that finds it awake.
  let loop: Loop | undefined;
  let placing: Placing | undefined;
  const placed: Placed = async (card) => placing?.placed(card);
  const poked = { ...desk, cases: poking(store.cases, () => loop?.poke()) };
  const { publicUrl } = config;
  const dossiers = publicUrl === undefined ? {} : { dossiers: dossierLinks(store.slips, publicUrl) };
  const keeping = { walks, doubts: { desk: poked, drafts: store.drafts, reports, law: library.law, ...dossiers } };
  const memory = config.data.databaseUrl === undefined ? createMemory(Date.now) : createSharedMemory(store.drafts);
  const ports = { ...keeping, memory, ...createPorts(library, organisations, keptIn(config.data.folder), log) };
  const bot = createBot(ports);
  const home = organisations.all[0];
  const tenants = (tenant: string) =>
    Promise.resolve(
      organisations.byTenant(tenant)?.id ?? (config.local && tenant === LOCAL_TENANT ? (home?.id ?? '') : null),
    );
  const directory = directoryOf(organisations, store.people);
  // Without credentials Teams takes anybody: that is for local mode, and not for a school that uses Slack alone.
  const teams =
    config.teams === undefined && !config.local
      ? undefined
      : createTeams({
          credentials: config.teams ?? null,
          tenants,
          serviceUrls: config.teamsServiceHosts,
          bot,
          log,
          directory,
          commands,
          opensDialog: dialogVerbs,
          placed,
        });
  const slack =
    config.slack &&
    (await slackOf(config.slack, {
      ...{ bot, log, directory, commands, placed, organisations },
      refreshed: async (card) => placing?.refreshed(card),
    }));
  const mailbox = page && createMailbox(page.now);
  const messenger = createMessenger({
    people: store.people,
    carriers: {
      ...(teams === undefined ? {} : { teams: teams.carrier }),
      ...(slack === undefined ? {} : { slack: slack.carrier }),
    },
    prefers: directory.prefers,
    ...(mailbox === undefined ? {} : { mailbox }),
  });
  const delivering = { messenger, screenFor: noticesOver(ports), moved: movedNotice, log };
  placing = createPlacing({ cases: store.cases, ...delivering });
  loop = createLoop({ desk, ...delivering, random: Math.random });
  page?.onMove(() => loop?.drain());
  const schools = [...library.protocols.values()].map(({ id, meta }) => ({
    id,
    // The page offers protocols; where a school of the board has one, it goes by the school's own name.
    name: home?.locations.find((location) => location.protocol === id)?.name ?? meta.school,
  }));
  const { nextDueAt } = store.cases;
  const pageRoutes =
    page === undefined || mailbox === undefined || home === undefined
      ? []
      : createPage({ bot, schools, log, people: home, commands, mailbox, clock: page, nextDueAt, placed }).routes;
  const dossier = dossierRoute({ slips: store.slips, ports, failed: ports.failed });
  const server = createServer({
    routes: [teams?.route, slack?.route, dossier, ...pageRoutes].filter((route) => route !== undefined),
    log,
    ready: async () => {
      await nextDueAt();
      return true;
    },
    local: config.local,
    host: config.host,
    port: config.port,
  });
  const { url } = await server.listen();
  loop.start();
  // A socket that Slack does not take is an error at start, like a faulty variable.
  await slack?.start();
  const waiting = [teams?.route, slack?.route].flatMap((route) => route?.path ?? []);
  const socket = config.slack?.appToken === undefined ? [] : ['a socket of Slack'];
  const hint = config.local
    ? 'Local mode: open this address in a browser.'
    : `Waiting at ${[...waiting, ...socket].join(' and ')}.`;
  log.info(
    { url, protocols: [...library.protocols.keys()], walks: walks.size, organisations: organisations.all.length },
    hint,
  );
  stopOn(['SIGINT', 'SIGTERM'], async () => {
    // In this order: nothing new comes in, what was claimed is finished, and then the database closes.
    await server.close();
    await slack?.stop();
    await loop?.stop();
    await placing?.settled();
    await store.close();
  });
}

/** What the bot needs besides what is kept: see `keeping`. */
function createPorts(library: Library, organisations: Organisations, kept: Kept, log: pino.Logger) {
  const schools = new Map<Location, Protocol>();
  const ports: Omit<Ports, 'walks' | 'doubts' | 'memory'> = {
    answers: createAnswers(library, kept),
    protocol: (id) => library.protocols.get(id),
    protocolAt: (location) => {
      const known = schools.get(location);
      const base = library.protocols.get(location.protocol);
      if (known !== undefined || base === undefined) return known;
      const filled = withBlanks(base, location.blanks);
      schools.set(location, filled);
      return filled;
    },
    organisation: organisations.byId,
    feedback: async (entry) => log.info(entry, 'Feedback on an answer'),
    failed: (cause, during) => log.error({ during, at: frames(cause) }, 'The bot could not answer'),
  };
  return ports;
}

/** Where an error arose. Its message stays out of the log: it may quote what somebody wrote. */
function frames(cause: unknown): string[] {
  if (!(cause instanceof Error)) return [typeof cause];
  return [cause.name, ...(cause.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))];
}

function fromFile(file: string): Record<string, string | undefined> {
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

function stopOn(signals: readonly NodeJS.Signals[], close: () => Promise<void>): void {
  for (const signal of signals) process.once(signal, () => void close().finally(() => process.exit(0)));
}

try {
  await main();
} catch (cause) {
  const expected =
    cause instanceof ConfigError ||
    cause instanceof ContentError ||
    cause instanceof ListenError ||
    cause instanceof StoreError;
  process.stderr.write(`${expected ? cause.message : cause instanceof Error ? cause.stack : String(cause)}\n`);
  process.exitCode = 1;
}
