import { median } from './figures.ts';
import { startLoader } from './loading.ts';
import { type Start, startEcho, startOurs } from './programs.ts';
import type { Section } from './section.ts';

const QUESTIONS = 1_000;
const AT_ONCE = 4;
const MOST_MS = 60_000;

type Measured = { readonly startedMs: number; readonly before: number; readonly after: number };

/** From the start of the process to listening, and what it then takes up, in turn with the echo bot. */
export async function benchStarting(texts: readonly string[], rounds: number): Promise<Section> {
  const loader = startLoader();
  const measure = async (start: Start): Promise<Measured> => {
    const program = await start();
    try {
      const before = program.memory();
      const { url, opening } = program;
      await loader.run({ url, texts, turns: QUESTIONS, atOnce: AT_ONCE, mostMs: MOST_MS, opening });
      return { startedMs: program.startedMs, before, after: program.memory() };
    } finally {
      await program.stop();
    }
  };
  const measured: { readonly ours: Measured; readonly echo: Measured }[] = [];
  try {
    for (let round = 0; round < rounds; round++)
      measured.push({ ours: await measure(startOurs), echo: await measure(startEcho) });
  } finally {
    await loader.stop();
  }
  const row = (name: string, all: readonly Measured[]) => [
    name,
    median(all.map((each) => each.startedMs)),
    median(all.map((each) => each.before)),
    median(all.map((each) => each.after)),
  ];
  const ours = row(
    'bij-twijfel',
    measured.map((each) => each.ours),
  );
  const echo = row(
    'echo bot',
    measured.map((each) => each.echo),
  );
  return {
    title: '3. Start-up and memory',
    columns: ['', 'listening after ms', 'memory MB', `MB after ${QUESTIONS} questions`],
    rows: [ours, echo, ['times the echo bot', ...ours.slice(1).map((value, i) => Number(value) / Number(echo[i + 1]))]],
    aims: [],
    notes: [`medians of ${rounds} starts, in turn; memory is resident memory of the process`],
  };
}
