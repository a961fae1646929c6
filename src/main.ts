import { movedNotice } from './bot/cases/moved.ts';
import { noticesOver } from './bot/cases/notices.ts';
import { commands, createBot, dialogVerbs, removedNotice } from './bot.ts';
import { readEnvFile } from './config/env-file.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { ContentError } from './content/parse.ts';
import type { Placed } from './conversation/reply.ts';
import { daily } from './delivery/daily.ts';
import { forgetRemarks } from './delivery/forgetting.ts';
import { createLoop, type Loop } from './delivery/loop.ts';
import { createMessenger } from './delivery/messenger.ts';
import { createPlacing, type Placing } from './delivery/placing.ts';
import { poking } from './delivery/poking.ts';
import { withPresence } from './delivery/presence.ts';
import { removeOld } from './delivery/retention.ts';
import { dossierLinks, dossierRoute } from './dossier/dossier.ts';
import { loadWalks } from './doubt/load.ts';
import { aboutRoute } from './main/about.ts';
import { attending } from './main/attending.ts';
import { deskOver } from './main/desk.ts';
import { directoryOf } from './main/directory.ts';
import { keepersOf } from './main/keepers.ts';
import { createLog } from './main/log.ts';
import { mailOf } from './main/mail.ts';
import { managedOf } from './main/managers.ts';
import { keepingOpinions, opinionKeepers } from './main/opinions.ts';
import { createPorts } from './main/ports.ts';
import { slackOf } from './main/slack.ts';
import { teamsOf } from './main/teams.ts';
import { createWarming } from './main/warming.ts';
import { watching } from './main/watching.ts';
import { createMetrics } from './metrics/metrics.ts';
import { metricsRoute } from './metrics/route.ts';
import { loadOrganisations } from './organisation/load.ts';
import type { Organisation } from './organisation/schema.ts';
import { createClock, createMailbox, createPage } from './page/page.ts';
import { agreedIn } from './protocol/facts.ts';
import { loadLibrary } from './protocol/load.ts';
import { loadReports } from './report/load.ts';
import { createServer, ListenError } from './server.ts';
import { StoreError } from './store/errors.ts';
import { createMemory } from './store/remembered.ts';
import { createSharedMemory } from './store/remembered-together.ts';
import { openStore } from './store/store.ts';

/** Wires everything: environment → content → store → bot → channels → delivery → server. Nobody imports this file. */
async function main(): Promise<void> {
  const config = readConfig({ ...readEnvFile('.env'), ...process.env });
  const log = createLog(config);
  const library = loadLibrary(config.protocols);
  const loaded = loadOrganisations(config.organisations, agreedIn(library));
  const managed = managedOf(config, loaded, log);
  const { organisations } = managed;
  const walks = loadWalks(config.protocols, library.protocols);
  const reports = loadReports(config.protocols, library);
  // The page's clock can be put forward; everywhere else time is time.
  const page = config.local ? createClock() : undefined;
  const clock = page?.now ?? (() => new Date());
  const store = await openStore({ ...config.data, clock, warn: (message) => log.warn(message) });
  const attended = attending(store.running, log);
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
  const watched = watching(store.cases, clock);
  const metrics = createMetrics(watched);
  const others = createPorts(library, organisations, config.data.folder, log, metrics);
  const opinions = keepingOpinions(store.remarks, log);
  const ports = {
    ...keeping,
    memory,
    ...others.ports,
    feedback: opinions.keep,
    remarks: store.remarks,
  };
  const asked = organisations.all.flatMap(({ locations }) => locations.map(others.ports.protocolAt));
  // On the page every protocol can be chosen.
  const askable = [...asked, ...(config.local ? library.protocols.values() : [])];
  const warming = createWarming(new Set(askable.filter((each) => each !== undefined)), others.prepare);
  const bot = metrics.bot(createBot(ports));
  const home = organisations.all[0];
  const directory = directoryOf(organisations, store.people);
  const teams = await teamsOf(config, {
    bot,
    log,
    directory,
    commands,
    opensDialog: dialogVerbs,
    placed,
    organisations,
  });
  const slack =
    config.slack &&
    (await slackOf(config.slack, {
      ...{ bot, log, directory, commands, placed, organisations },
      refreshed: async (card) => placing?.refreshed(card),
    }));
  const mail = await mailOf(config, organisations, log, store.secretFor);
  const mailbox = page && createMailbox(page.now);
  const messengers = createMessenger({
    people: store.people,
    carriers: {
      ...(teams === undefined ? {} : { teams: withPresence(teams.carrier, Date.now) }),
      ...(slack === undefined ? {} : { slack: withPresence(slack.carrier, Date.now) }),
      ...(mail === undefined ? {} : { mail }),
    },
    prefers: directory.prefers,
    ...(mailbox === undefined ? {} : { mailbox }),
  });
  const messenger = metrics.messenger(messengers);
  const delivering = { messenger, screenFor: noticesOver(ports), moved: movedNotice, log };
  placing = createPlacing({ cases: store.cases, ...delivering });
  loop = createLoop({ desk, ...delivering, random: Math.random });
  const retaining = { cases: store.cases, people: store.people, messenger, removed: removedNotice, clock, log };
  const cleaning = daily(async () => {
    await removeOld({ ...retaining, keepers: keepersOf(organisations) });
    await forgetRemarks({ remarks: store.remarks, keepers: opinionKeepers(organisations), now: clock(), log });
  });
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
  const { local, metricsToken } = config;
  const measured = local || metricsToken !== undefined ? metricsRoute(metrics, metricsToken) : undefined;
  const server = createServer({
    routes: [teams?.route, slack?.route, dossier, measured, aboutRoute, ...pageRoutes].filter(
      (route) => route !== undefined,
    ),
    log,
    unready: async () => attended.unready() ?? warming.unready() ?? watched.unready(),
    local,
    host: config.host,
    port: config.port,
  });
  await others.begun;
  await attended.start();
  const { url } = await server.listen();
  loop.start();
  cleaning.start();
  managed.start();
  void warming.run();
  // A socket that Slack does not take is an error at start, like a faulty variable.
  await slack?.start();
  log.info(
    { url, protocols: [...library.protocols.keys()], walks: walks.size, organisations: organisations.all.length },
    hintOf(
      config,
      home,
      [teams?.route, slack?.route].flatMap((route) => route?.path ?? []),
    ),
  );
  stopOn(['SIGINT', 'SIGTERM'], async () => {
    log.info('Stopping: what is under way is finished first.');
    // In this order: nothing new comes in, what was claimed is finished, and then the database closes.
    await server.close();
    await slack?.stop();
    await loop?.stop();
    await cleaning.stop();
    managed.stop();
    await placing?.settled();
    await attended.stop();
    await opinions.stop();
    await store.close();
  });
}

/** What an operator does next. @param waiting where the platforms come in */
function hintOf({ local, slack }: Config, home: Organisation | undefined, waiting: readonly string[]): string {
  if (local) return `Local mode: open this address in a browser. The page shows the organisation ${home?.id}.`;
  return `Waiting at ${[...waiting, ...(slack?.appToken === undefined ? [] : ['a socket of Slack'])].join(' and ')}.`;
}

function stopOn(signals: readonly NodeJS.Signals[], close: () => Promise<void>): void {
  const stop = async (): Promise<void> => {
    try {
      await close();
      process.exit(0);
    } catch (cause) {
      process.stderr.write(`It did not stop as it should (${cause instanceof Error ? cause.name : typeof cause}).\n`);
      process.exit(1);
    }
  };
  for (const signal of signals) process.once(signal, () => void stop());
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
