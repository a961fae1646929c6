import { Counter, Gauge, Histogram, Registry } from '@prometheus-io/client';
import type { Answer } from '../answer/answer.ts';
import type { Answers } from '../answer/answers.ts';
import type { Channel, Event } from '../conversation/event.ts';
import type { Bot } from '../conversation/reply.ts';
import type { Messenger, NotTaken } from '../handover/ports.ts';

/**
 * What the bot does, in numbers, for whoever runs it. Every label is a word of our own: never a person, a school, a case, or
 * anything that somebody typed.
 */
export type Metrics = {
  /** The same bot, counted and timed. */
  bot(bot: Bot): Bot;
  /** The same answers, counted by their kind. */
  answers(answers: Answers): Answers;
  /** The same messenger, counted by what the platform said. */
  messenger(messenger: Messenger): Messenger;
  /** Something failed inside. */
  failed(): void;
  /** All of it in Prometheus' text format. */
  text(): Promise<string>;
};

export type Watched = {
  /** How long the oldest item has been due, in seconds; 0 when nothing is. Rejects when the database does not answer. */
  oldestDue(): Promise<number>;
};

export const CONTENT_TYPE: string = Registry.PROMETHEUS_CONTENT_TYPE;

/** Seconds; the platforms give up after three (Slack) or ten (Teams). */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Kind = Event['what']['kind'];
type Outcome = 'taken' | 'refused_for_now' | 'refused_for_good' | 'failed';

export function createMetrics({ oldestDue }: Watched): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const turns = new Histogram<'channel' | 'kind'>({
    name: 'bijtwijfel_turn_seconds',
    help: 'How long the bot took over what somebody said or clicked.',
    labelNames: ['channel', 'kind'],
    buckets: BUCKETS,
    registers,
  });
  const answered = new Counter<'kind'>({
    name: 'bijtwijfel_answers_total',
    help: 'Answers by their kind; unknown is "that is not in the protocol".',
    labelNames: ['kind'],
    registers,
  });
  const deliveries = new Counter<'what' | 'outcome'>({
    name: 'bijtwijfel_deliveries_total',
    help: 'Cards that were brought to somebody (send) or changed (update), by what the platform said.',
    labelNames: ['what', 'outcome'],
    registers,
  });
  const failures = new Counter({
    name: 'bijtwijfel_failures_total',
    help: 'Turns that ended in "er ging iets mis"; see the log.',
    registers,
  });
  const look = watch(registry, oldestDue);

  const delivered = async <T extends object | string>(what: 'send' | 'update', work: Promise<T | NotTaken>) => {
    const outcome = await work.catch((cause: unknown) => {
      deliveries.inc({ what, outcome: 'failed' satisfies Outcome });
      throw cause;
    });
    deliveries.inc({ what, outcome: outcomeOf(outcome) });
    return outcome;
  };

  return {
    bot: (bot) => async (event) => {
      const labels: { channel: Channel; kind: Kind } = { channel: event.where.channel, kind: event.what.kind };
      const stop = turns.startTimer(labels);
      try {
        return await bot(event);
      } finally {
        stop();
      }
    },
    answers: (answers) => ({
      ...answers,
      ask: async (...asked) => {
        const answer = await answers.ask(...asked);
        answered.inc({ kind: answer.kind satisfies Answer['kind'] });
        return answer;
      },
    }),
    messenger: (messenger) => ({
      notify: (...given) => delivered('send', messenger.notify(...given)),
      update: (...given) => delivered('update', messenger.update(...given)),
    }),
    failed: () => failures.inc(),
    text: async () => {
      await look();
      return registry.metrics();
    },
  };
}

function outcomeOf(outcome: object | string): Outcome {
  if (typeof outcome === 'string' || !('refused' in outcome)) return 'taken';
  return outcome.refused === 'permanent' ? 'refused_for_good' : 'refused_for_now';
}

/** What is looked up when somebody asks; the result looks it up. */
function watch(registry: Registry, oldestDue: Watched['oldestDue']): () => Promise<void> {
  const registers = [registry];
  const up = new Gauge({
    name: 'bijtwijfel_database_up',
    help: '1 when the database answers, 0 when it does not.',
    registers,
  });
  const oldest = new Gauge({
    name: 'bijtwijfel_handover_oldest_due_seconds',
    help: 'How long the oldest hand-over has been due. Stays near 0: what a platform refuses is due again later.',
    registers,
  });
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory of this process.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Gauge({
    name: 'process_start_time_seconds',
    help: 'When this process began, in seconds since 1970.',
    registers,
  }).set(Math.round(Date.now() / 1000 - process.uptime()));
  return async () => {
    const seconds = await oldestDue().catch(() => undefined);
    up.set(seconds === undefined ? 0 : 1);
    if (seconds !== undefined) oldest.set(seconds);
  };
}
