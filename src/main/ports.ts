import type { Logger } from 'pino';
import { createAnswersApart } from '../answer/apart/apart.ts';
import { hasLearned } from '../answer/learn/kept.ts';
import type { Ports } from '../bot.ts';
import { kindOf } from '../delivery/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Organisations } from '../organisation/load.ts';
import type { Location } from '../organisation/schema.ts';
import type { Library } from '../protocol/load.ts';
import { type Protocol, withBlanks } from '../protocol/protocol.ts';

/** What the bot needs besides what is kept. @param folder where what was learned is kept between starts */
export function createPorts(
  library: Library,
  organisations: Organisations,
  folder: string,
  log: Logger,
  metrics: Metrics,
) {
  const schools = new Map<Location, Protocol>();
  if (!hasLearned(folder))
    log.info('The first start learns from the protocols, which takes some seconds; later ones find it in DATA_DIR.');
  const answers = createAnswersApart(library, folder);
  const ports: Omit<Ports, 'walks' | 'doubts' | 'memory' | 'feedback'> = {
    answers: metrics.answers(answers),
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
    failed: (cause, during) => {
      metrics.failed();
      log.error({ during, kind: kindOf(cause), at: frames(cause) }, 'The bot could not answer');
    },
  };
  return { ports, prepare: answers.prepare, begun: answers.begun };
}

/** Where an error arose. Its message stays out of the log: it may quote what somebody wrote. */
function frames(cause: unknown): string[] {
  if (!(cause instanceof Error)) return [typeof cause];
  return [cause.name, ...(cause.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))];
}
