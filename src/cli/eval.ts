import { parseArgs } from 'node:util';
import { createAnswers } from '../answer/engine.ts';
import { keptIn } from '../answer/learn/kept.ts';
import { type Library, loadLibrary } from '../protocol/load.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { batchLine } from './ask-batch.ts';
import { explainedWords } from './ask-explained.ts';
import { spoken } from './ask-spoken.ts';
import { withoutAnnotations } from './eval/bare.ts';
import { baselineOutcomes, createBaseline } from './eval/baseline.ts';
import { measure, type Outcome } from './eval/measure.ts';
import { type Question, questionBy, questionsOf } from './eval/questions.ts';
import { type Row, table } from './eval/table.ts';
import { run } from './run.ts';

const usage = `Measure the answers on the questions in test/questions/.

  npm run eval                          tune.jsonl and fresh.jsonl, with MiniSearch beside them
  npm run eval -- final                 another set by name
  npm run eval -- --by kind             also by protocol (the default), kind, style or none
  npm run eval -- --bare                each protocol as if nobody had annotated it: no topics, asks or nots of its own
  npm run eval -- --explain t017        one question: what was wanted, what was found, and why
  npm run eval -- --wrong tune          every question of a set that was not answered rightly
`;

/** Measures, or looks at single questions. Exit status 2 when it was not asked rightly. */
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
  const sets = positionals.length > 0 ? positionals : ['tune', 'fresh'];
  if (values.explain !== undefined) process.stdout.write(explained(library, questionBy(values.explain)));
  else if (values.wrong !== undefined) process.stdout.write(wrong(library, questionsOf(values.wrong)));
  else if (values.bare) process.stdout.write(table(bareRows(library, sets.flatMap(questionsOf))));
  else {
    const rows = measured(library, sets, values.by);
    process.stdout.write(values.json ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
  }
  return 0;
}

/** What was learned is kept where `ask` and a server find it too. */
const answersOf = (library: Library) => createAnswers(library, keptIn(process.env.DATA_DIR || 'data'));

function protocolOf({ protocols }: Library, { id, protocol }: Question): Protocol {
  const found = protocols.get(protocol);
  if (found === undefined) throw new Error(`${id} asks protocol "${protocol}", which does not exist`);
  return found;
}

function outcomesOf(library: Library): (asked: Question) => Outcome {
  const answers = answersOf(library);
  return (asked) => ({
    asked,
    got: batchLine(asked.id, answers.ask(protocolOf(library, asked), asked.question, asked)),
  });
}

/** The figures of each set and its parts, and those of MiniSearch. */
function measured(library: Library, sets: readonly string[], by: string): Row[] {
  const outcome = outcomesOf(library);
  const baseline = createBaseline(library.protocols);
  return sets.flatMap((set) => {
    const questions = questionsOf(set);
    const outcomes = questions.map(outcome);
    const compared = baselineOutcomes(baseline, questions, (each) => measure(each).abstention.f1);
    return [
      { name: `${set}: bij-twijfel`, figures: measure(outcomes) },
      ...(by === 'none' ? [] : grouped(outcomes, by)).map(([name, group]) => ({
        name: `  ${name}`,
        figures: measure(group),
      })),
      { name: `${set}: MiniSearch`, figures: measure(compared) },
    ];
  });
}

function grouped(outcomes: readonly Outcome[], by: string): [string, Outcome[]][] {
  const key = ({ asked }: Outcome) => (by === 'kind' ? asked.kind : by === 'style' ? asked.style : asked.protocol);
  return [...Map.groupBy(outcomes, key)].sort(([a], [b]) => a.localeCompare(b));
}

/** Each protocol asked while it alone has lost its annotations: what a school's own document gets on its first day. */
function bareRows(library: Library, questions: readonly Question[]): Row[] {
  return [...library.protocols.values()].map((protocol) => {
    const bare = withoutAnnotations(protocol);
    const answers = createAnswers({ ...library, protocols: new Map([...library.protocols, [bare.id, bare]]) });
    const outcomes = questions
      .filter((asked) => asked.protocol === bare.id)
      .map((asked) => ({ asked, got: batchLine(asked.id, answers.ask(bare, asked.question, asked)) }));
    return { name: `${bare.id}, bare`, figures: measure(outcomes) };
  });
}

/** One question: what was wanted, what was found, and why. */
function explained(library: Library, asked: Question): string {
  const answers = answersOf(library);
  const protocol = protocolOf(library, asked);
  const answer = answers.ask(protocol, asked.question, asked);
  const got = `${answer.kind} ${answer.articles.map(({ id }) => id).join(' ')}`;
  const why = explainedWords(answer, answers.explain(protocol, asked.question, asked), {
    protocol,
    topics: library.topics,
  });
  return `${headOf(asked)}\n     wanted ${wantedOf(asked)} | got ${got}\n\n${spoken(protocol, answer)}\n\n${why}`;
}

/** Every question that was not answered rightly. */
function wrong(library: Library, questions: readonly Question[]): string {
  const outcomes = questions.map(outcomesOf(library)).filter((outcome) => !isRight(outcome));
  return outcomes
    .map(({ asked, got }) => {
      return `${headOf(asked)}\n     wanted ${wantedOf(asked)} | got ${got.kind} ${got.articles.join(' ')}\n`;
    })
    .join('');
}

const isRight = ({ asked, got }: Outcome): boolean =>
  asked.kind === got.kind && (asked.articles.length === 0 || asked.articles.includes(got.articles[0] ?? ''));

const headOf = ({ id, protocol, style, question }: Question): string => `${id} ${protocol} [${style}] ${question}`;
const wantedOf = ({ kind, articles }: Question): string => `${kind} ${articles.join(' ')}`;

await run(() => {
  try {
    return main();
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
    return 2;
  }
});
