import { median, timesOf } from './figures.ts';
import { type Loaded, startLoader } from './loading.ts';
import { type Program, startEcho, startOurs, withFolder } from './programs.ts';
import type { Section } from './section.ts';

const TIMES_ECHO = 1.2;
const AT_ONCE = 8;
const MOST_MS = 30_000;

/** A run with the processor time the bot itself took for a turn. */
type Run = Loaded & { readonly processorMs: number };
type Round = { readonly ours: Run; readonly echo: Run };

/** Whole Teams turns against the bare echo bot, in turn, so that a busy machine slows both. */
export async function benchTurns(texts: readonly string[], rounds: number, turns: number): Promise<Section> {
  const measured = await withFolder((folder) => measure(folder, texts, rounds, turns));
  const perSecond = (loaded: Loaded) => (loaded.times.length * 1000) / loaded.tookMs;
  const rates = {
    ours: median(measured.map((each) => perSecond(each.ours))),
    echo: median(measured.map((each) => perSecond(each.echo))),
  };
  const ratio = rates.echo / rates.ours;
  const busy = Math.max(...measured.flatMap((each) => [each.ours.busy, each.echo.busy]));
  const cards = measured.reduce((sum, each) => sum + each.ours.cards, 0);
  return {
    title: '2. Turns: POST /api/messages to the message at the connector, load from a second process',
    columns: ['', 'turns/s', 'p50 ms', 'p99 ms', 'longest ms', 'processor ms'],
    rows: [
      row(
        'bij-twijfel',
        rates.ours,
        measured.map((each) => each.ours),
      ),
      row(
        'echo bot',
        rates.echo,
        measured.map((each) => each.echo),
      ),
      ...measured.map((each, i) => [
        `  round ${i + 1}: ours, echo`,
        perSecond(each.ours),
        perSecond(each.echo),
        '',
        '',
      ]),
    ],
    aims: [
      {
        aim: `a turn within ${TIMES_ECHO} times the echo bot`,
        figure: `${ratio.toFixed(2)} times`,
        met: ratio <= TIMES_ECHO,
      },
    ],
    notes: [
      `${turns} turns a round, ${AT_ONCE} at a time, ours and echo in turn; turns/s are medians of ${rounds} rounds, times are of all rounds together`,
      'both without credentials, so both do the same authentication work: none. Ours also answers and sends a card, the echo bot a line',
      'processor ms: what the bot itself took for a turn, median of the rounds; other work on the machine does not count in it',
      `${cards} cards arrived; the load used at most ${busy.toFixed(2)} of a core`,
    ],
  };
}

async function measure(folder: string, texts: readonly string[], rounds: number, turns: number): Promise<Round[]> {
  const started: { stop(): Promise<void> }[] = [];
  const kept = <T extends { stop(): Promise<void> }>(program: T): T => {
    started.push(program);
    return program;
  };
  try {
    const loader = kept(startLoader());
    const run = async (program: Program, count: number, opening?: Program['opening']): Promise<Run> => {
      const before = program.processorMs();
      const { url } = program;
      const loaded = await loader.run({ url, texts, turns: count, atOnce: AT_ONCE, mostMs: MOST_MS, opening });
      return { ...loaded, processorMs: (program.processorMs() - before) / loaded.times.length };
    };
    const ours = kept(await startOurs(folder));
    const echo = kept(await startEcho());
    for (const program of [ours, echo]) await run(program, Math.max(1_000, turns / 2), program.opening);
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round++)
      measured.push({ ours: await run(ours, turns), echo: await run(echo, turns) });
    return measured;
  } finally {
    await Promise.all(started.map((program) => program.stop()));
  }
}

function row(name: string, rate: number, rounds: readonly Run[]): (string | number)[] {
  const { p50, p99, max } = timesOf(rounds.flatMap(({ times }) => times));
  return [name, rate, p50, p99, max, median(rounds.map((each) => each.processorMs))];
}
