import type { Logger } from 'pino';
import { createAnswers } from '../answer/engine.ts';
import type { Kept } from '../answer/learn/kept.ts';
import type { Ports } from '../bot.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Organisations } from '../organisation/load.ts';
import type { Location } from '../organisation/schema.ts';
import type { Library } from '../protocol/load.ts';
import { type Protocol, withBlanks } from '../protocol/protocol.ts';

/** What the bot needs besides what is kept. */
export function createPorts(library: Library, organisations: Organisations, kept: Kept, log: Logger, metrics: Metrics) {
  const schools = new Map<Location, Protocol>();
  const engine = createAnswers(library, kept);
  const ports: Omit<Ports, 'walks' | 'doubts' | 'memory'> = {
    answers: metrics.answers(engine),
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
    failed: (cause, during) => {
      metrics.failed();
      log.error({ during, at: frames(cause) }, 'The bot could not answer');
    },
  };
  return { ports, prepare: engine.prepare };
}

/** Where an error arose. Its message stays out of the log: it may quote what somebody wrote. */
function frames(cause: unknown): string[] {
  if (!(cause instanceof Error)) return [typeof cause];
  return [cause.name, ...(cause.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))];
}
