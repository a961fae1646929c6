import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Answer, Context } from '../answer/answer.ts';
import { createAnswers } from '../answer/engine.ts';
import { keptIn } from '../answer/learn/kept.ts';
import { loadLibrary } from '../protocol/load.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { batchLine, idOf, type Line, readLine } from './ask-batch.ts';
import { explainedWords } from './ask-explained.ts';
import { spoken } from './ask-spoken.ts';
import { run } from './run.ts';

const usage = `Ask a protocol a question.

  npm run -s ask -- --protocol calvijn "mag ik een klassenfoto op Instagram zetten?"
  npm run -s ask -- --protocol calvijn --explain "…"    how it was read, what it was taken for, and what fitted how well
  npm run -s ask -- --protocol calvijn --json "…"       the same for a program
  npm run -s ask -- --batch < questions.jsonl           one JSON line in, one out

  --protocol   calvijn, model, msvr, gsv, aeres, or a file of your own in PROTOCOLS
  --audience   medewerker, leerling or ouder, when that is known
  --situation  werk or prive, when that is known
`;

/** The terminal: one question, or a batch of JSON lines. Exit status 2 when it was not asked rightly. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      protocol: { type: 'string' },
      audience: { type: 'string' },
      situation: { type: 'string' },
      explain: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      batch: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
    allowPositionals: true,
  });
  if (values.help || (!values.batch && positionals.length === 0)) {
    process.stdout.write(usage);
    return values.help ? 0 : 2;
  }
  const library = loadLibrary(process.env.PROTOCOLS || 'protocols');
  // Where a server finds it too.
  const kept = keptIn(process.env.DATA_DIR || 'data');
  const find = (id: string): Protocol => {
    const protocol = library.protocols.get(id);
    if (protocol !== undefined) return protocol;
    throw new Error(`There is no protocol "${id}"; choose one of: ${[...library.protocols.keys()].join(', ')}`);
  };
  if (values.batch) {
    const answers = createAnswers(library, kept);
    return batch((line) => answers.ask(find(line.protocol), line.question, contextOf(line)));
  }
  const line = readLine({ id: '1', ...values, protocol: values.protocol ?? '', question: positionals.join(' ') });
  // Before learning, which may take seconds: a slip of the pen is told at once.
  const protocol = find(line.protocol);
  const answers = createAnswers(library, kept);
  const answer = answers.ask(protocol, line.question, contextOf(line));
  const explained = () => answers.explain(protocol, line.question, contextOf(line));
  const because = answer.because.map(({ weight, ...each }) => ({ ...each, weight: Number(weight.toFixed(2)) }));
  const text = values.json
    ? JSON.stringify({ ...batchLine(line.id, answer), because, explained: explained() }, null, 2)
    : spoken(protocol, answer);
  const why = values.explain ? explainedWords(answer, explained(), { protocol, topics: library.topics }) : '';
  process.stdout.write(`${text}\n${why === '' ? '' : `\n${why}`}`);
  return 0;
}

function contextOf({ audience, situation }: Line): Context {
  return { audience, situation };
}

/** One bad line is answered as an error of its own and never stops the ones after it. */
async function batch(ask: (line: Line) => Answer): Promise<number> {
  let status = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() === '') continue;
    try {
      const line = readLine(JSON.parse(text));
      process.stdout.write(`${JSON.stringify(batchLine(line.id, ask(line)))}\n`);
    } catch (cause) {
      status = 1;
      const error = cause instanceof Error ? cause.message : String(cause);
      process.stdout.write(`${JSON.stringify({ ...idOf(text), error })}\n`);
    }
  }
  return status;
}

await run(async () => {
  try {
    return await main();
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
    return 2;
  }
});
