import { createAnswers } from '../../answer/engine.ts';
import { loadLibrary } from '../../protocol/load.ts';
import { createBaseline } from '../eval/baseline.ts';
import type { Question } from '../eval/questions.ts';
import { shuffled, timesOf } from './figures.ts';
import { hostile } from './hostile.ts';
import type { Section } from './section.ts';

const P99_MS = 2;
const LONGEST_MS = 50;

/** Questions answered one after the other in this process, beside MiniSearch alone on the same articles. */
export function benchAnswering(folder: string, questions: readonly Question[], passes: number): Section {
  const library = loadLibrary(folder);
  const answers = createAnswers(library);
  const ask = ({ protocol, question, audience, situation }: Question) => {
    const asked = library.protocols.get(protocol);
    if (asked !== undefined) answers.ask(asked, question, { audience, situation });
  };
  for (const protocol of library.protocols.values()) answers.prepare(protocol);
  const baseline = createBaseline(library.protocols);
  const orders = Array.from({ length: passes }, (_, pass) => shuffled(questions, pass + 1));
  const firsts = [...library.protocols.keys()].map((protocol) => {
    const first = questions.find((question) => question.protocol === protocol);
    return first === undefined ? 0 : timed(() => ask(first));
  });
  for (const each of [ask, baseline]) for (const order of orders.slice(0, 2)) order.forEach(each);
  const ours = orders.flatMap((order) => order.map((question) => timed(() => ask(question))));
  const theirs = orders.flatMap((order) => order.map((question) => timed(() => baseline(question))));
  const attacks = hostile.map(({ name, question }) => {
    const each = [...library.protocols.keys()].map((protocol) =>
      timed(() => ask({ id: name, protocol, question, kind: 'unknown', articles: [], style: 'hostile' })),
    );
    return { name, longest: Math.max(...each) };
  });
  const longest = Math.max(...ours, ...firsts, ...attacks.map((attack) => attack.longest));
  const p99 = timesOf(ours).p99;
  return {
    title: '1. Answering: one question after the other, in this process',
    columns: ['', 'questions/s', 'p50 ms', 'p99 ms', 'longest ms'],
    rows: [
      row('bij-twijfel', ours),
      row('MiniSearch alone', theirs),
      ['first question of a protocol', '', '', '', Math.max(...firsts)],
      ...attacks.map(({ name, longest }) => [`hostile: ${name}`, '', '', '', longest]),
    ],
    aims: [
      { aim: `p99 of answering under ${P99_MS} ms`, figure: `${p99.toFixed(3)} ms`, met: p99 < P99_MS },
      {
        aim: `no question over ${LONGEST_MS} ms, hostile and first ones too`,
        figure: `${longest.toFixed(1)} ms`,
        met: longest <= LONGEST_MS,
      },
    ],
    notes: [
      'protocols are prepared as a server does it before `/readyz` says yes',
      `${questions.length} questions in ${passes} passes, each in its own fixed random order, after two to warm up`,
    ],
  };
}

function row(name: string, milliseconds: readonly number[]): (string | number)[] {
  const { p50, p99, max, mean } = timesOf(milliseconds);
  return [name, 1000 / mean, p50, p99, max];
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
