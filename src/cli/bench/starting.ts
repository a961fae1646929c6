import { median } from './figures.ts';
import { startLoader } from './loading.ts';
import { type Program, startEcho, startOurs, withFolder } from './programs.ts';
import type { Section } from './section.ts';

const QUESTIONS = 1_000;
const AT_ONCE = 4;
const MOST_MS = 60_000;

type Measured = { readonly startedMs: number; readonly before: number; readonly after: number };

/** From the start of the process to listening, and what it then takes up, in turn with the echo bot. */
export async function benchStarting(texts: readonly string[], rounds: number): Promise<Section> {
  const loader = startLoader();
  const measure = async (program: Program): Promise<Measured> => {
    try {
      const before = program.memory();
      const { url, opening, startedMs } = program;
      await loader.run({ url, texts, turns: QUESTIONS, atOnce: AT_ONCE, mostMs: MOST_MS, opening });
      return { startedMs, before, after: program.memory() };
    } finally {
      await program.stop();
    }
  };
  const round = async (folder: string) => ({
    first: await measure(await startOurs(folder)),
    later: await measure(await startOurs(folder)),
    echo: await measure(await startEcho()),
  });
  const measured: Awaited<ReturnType<typeof round>>[] = [];
  try {
    for (let i = 0; i < rounds; i++) measured.push(await withFolder(round));
  } finally {
    await loader.stop();
  }
  const row = (name: string, which: 'first' | 'later' | 'echo') => [
    name,
    median(measured.map((each) => each[which].startedMs)),
    median(measured.map((each) => each[which].before)),
    median(measured.map((each) => each[which].after)),
  ];
  const later = row('bij-twijfel', 'later');
  const echo = row('echo bot', 'echo');
  return {
    title: '3. Start-up and memory',
    columns: ['', 'listening after ms', 'memory MB', `MB after ${QUESTIONS} questions`],
    rows: [
      row('bij-twijfel, new content', 'first'),
      later,
      echo,
      ['times the echo bot', ...later.slice(1).map((value, i) => Number(value) / Number(echo[i + 1]))],
    ],
    aims: [],
    notes: [
      `medians of ${rounds} starts, in turn; memory is resident memory of the process`,
      'new content: the first start after a change, which learns; later starts find what was learned in DATA_DIR',
    ],
  };
}
