import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createAnswers } from '../answer/engine.ts';
import { type Library, loadLibrary } from '../protocol/load.ts';
import { batchLine } from './ask-batch.ts';
import { withoutAnnotations } from './eval/bare.ts';
import { baselineOutcomes, createBaseline } from './eval/baseline.ts';
import { type Figures, measure, type Outcome } from './eval/measure.ts';
import { type Question, readQuestions } from './eval/questions.ts';

const usage = `Measure the answers on the questions in test/questions/.

  npm run eval                          tune.jsonl and fresh.jsonl, with MiniSearch beside them
  npm run eval -- final                 another set by name
  npm run eval -- --by kind             also by protocol (the default), kind or style
  npm run eval -- --bare                each protocol as if nobody had annotated it: no topics, asks or nots of its own
  npm run eval -- --explain t017        one question: what was wanted, what was found, and why
  npm run eval -- --wrong tune          every question of a set that was not answered rightly
`;

const folder = 'test/questions';

function main(): number {
  const { values, positionals } = parseArgs({
    options: {
      by: { type: 'string', default: 'protocol' },
      explain: { type: 'string' },
      wrong: { type: 'string' },
      bare: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const library = loadLibrary(process.env.PROTOCOLS || 'protocols');
  const answers = createAnswers(library);
  const ask = (asked: Question) => {
    const protocol = library.protocols.get(asked.protocol);
    if (protocol === undefined) throw new Error(`${asked.id} asks protocol "${asked.protocol}", which does not exist`);
    return answers.ask(protocol, asked.question, { audience: asked.audience, situation: asked.situation });
  };
  const outcome = (asked: Question): Outcome => ({ asked, got: batchLine(asked.id, ask(asked)) });
  if (values.explain !== undefined)
    return explain(values.explain, (asked) =>
      JSON.stringify({ ...batchLine(asked.id, ask(asked)), because: ask(asked).because }, null, 2),
    );
  if (values.wrong !== undefined) return wrong(load(values.wrong).map(outcome));
  const sets = positionals.length > 0 ? positionals : ['tune', 'fresh'];
  if (values.bare) {
    process.stdout.write(table(bareRows(library, sets.flatMap(load))));
    return 0;
  }
  const baseline = createBaseline(library.protocols);
  const rows = sets.flatMap((set) => {
    const questions = load(set);
    const outcomes = questions.map(outcome);
    const compared = baselineOutcomes(baseline, questions, (each) => measure(each).abstention.f1);
    return [
      { name: `${set}: bij-twijfel`, figures: measure(outcomes) },
      ...grouped(outcomes, values.by).map(([name, group]) => ({ name: `  ${name}`, figures: measure(group) })),
      { name: `${set}: MiniSearch`, figures: measure(compared) },
    ];
  });
  process.stdout.write(values.json ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
  return 0;
}

/** Each protocol asked while it alone has lost its annotations: what a school's own document gets on its first day. */
function bareRows(library: Library, questions: readonly Question[]) {
  return [...library.protocols.values()].map((protocol) => {
    const bare = withoutAnnotations(protocol);
    const answers = createAnswers({ ...library, protocols: new Map([...library.protocols, [bare.id, bare]]) });
    const outcomes = questions
      .filter((asked) => asked.protocol === bare.id)
      .map((asked) => ({ asked, got: batchLine(asked.id, answers.ask(bare, asked.question, asked)) }));
    return { name: `${bare.id}, bare`, figures: measure(outcomes) };
  });
}

function load(set: string): Question[] {
  const file = join(folder, `${set}.jsonl`);
  if (existsSync(file)) return readQuestions(file);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => basename(name, '.jsonl'));
  throw new Error(`There is no set "${set}"; there is: ${names.join(', ')}`);
}

function explain(id: string, tell: (asked: Question) => string): number {
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readQuestions(join(folder, name)));
  const asked = all.find((question) => question.id === id);
  if (asked === undefined) throw new Error(`There is no question ${id}`);
  process.stdout.write(`${JSON.stringify(asked)}\n${tell(asked)}\n`);
  return 0;
}

function wrong(outcomes: readonly Outcome[]): number {
  for (const { asked, got } of outcomes) {
    const right =
      asked.kind === got.kind && (asked.articles.length === 0 || asked.articles.includes(got.articles[0] ?? ''));
    if (!right) {
      const wanted = `${asked.kind} ${asked.articles.join(' ')}`;
      process.stdout.write(
        `${asked.id} ${asked.protocol} [${asked.style}] ${asked.question}\n     wanted ${wanted} | got ${got.kind} ${got.articles.join(' ')}\n`,
      );
    }
  }
  return 0;
}

function grouped(outcomes: readonly Outcome[], by: string): [string, Outcome[]][] {
  const key = ({ asked }: Outcome) => (by === 'kind' ? asked.kind : by === 'style' ? asked.style : asked.protocol);
  return [...Map.groupBy(outcomes, key)].sort(([a], [b]) => a.localeCompare(b));
}

function table(rows: readonly { readonly name: string; readonly figures: Figures }[]): string {
  const head = ['', 'n', 'hit@1', 'hit@3', 'MRR', 'abst. P', 'R', 'F1', 'turned away', 'contacts', 'kind'];
  const cells = rows.map(({ name, figures: f }) => [
    name,
    String(f.count),
    ...[
      f.hit1,
      f.hit3,
      f.mrr,
      f.abstention.precision,
      f.abstention.recall,
      f.abstention.f1,
      f.turnedAway,
      f.contacts,
      f.kind,
    ].map((value) => (Number.isNaN(value) ? '–' : value.toFixed(2))),
  ]);
  const widths = head.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return `${[head, ...cells].map(line).join('\n')}\n`;
}

try {
  process.exitCode = main();
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 2;
}
