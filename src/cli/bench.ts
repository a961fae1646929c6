import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchAnswering } from './bench/answering.ts';
import { benchGrowth } from './bench/growth.ts';
import { printed, type Section } from './bench/section.ts';
import { benchStarting } from './bench/starting.ts';
import { askedQuestions, askedTexts } from './bench/texts.ts';
import { benchTurns } from './bench/turns.ts';

const usage = `Measure speed and memory, with what they aim for. An aim that is missed is printed, not an error.

  npm run bench                 everything, some minutes
  npm run bench -- --quick      fewer rounds and protocols
  npm run bench -- --json       as JSON
  npm run bench -- turns        one table: answering, turns, starting or growth
`;

const full = { passes: 10, rounds: 5, turns: 3_000, starts: 5, sizes: [5, 50, 200, 1_000] };
const quick = { passes: 3, rounds: 3, turns: 600, starts: 2, sizes: [5, 50] };

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) return void process.stdout.write(usage);
  const folder = process.env.PROTOCOLS || 'protocols';
  const { passes, rounds, turns, starts, sizes } = values.quick ? quick : full;
  const benches: Readonly<Record<string, () => Section | Promise<Section>>> = {
    answering: () => benchAnswering(folder, askedQuestions(), passes),
    turns: () => benchTurns(askedTexts(), rounds, turns),
    starting: () => benchStarting(askedTexts(), starts),
    growth: () => benchGrowth(folder, sizes),
  };
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}`;
  if (!values.json) process.stdout.write(`${machine}\n\n`);
  const sections: Section[] = [];
  for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
    const bench = benches[name];
    if (bench === undefined) throw new Error(`There is no table "${name}".\n${usage}`);
    const section = await bench();
    sections.push(section);
    if (!values.json) process.stdout.write(`${printed(section)}\n`);
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ machine, sections }, null, 2)}\n`);
}

// So that what was started here ends too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

try {
  await main();
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 2;
}
