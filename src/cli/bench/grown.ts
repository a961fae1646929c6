import { createAnswers } from '../../answer/engine.ts';
import { loadLibrary } from '../../protocol/load.ts';
import { createBaseline } from '../eval/baseline.ts';
import { type Times, timesOf } from './figures.ts';
import { askedTexts } from './texts.ts';

/** What one folder of protocols costs. Run as a program of its own with the folder as its argument; prints a `Grown`. */
export type Grown = {
  readonly readMs: number;
  readonly learnedMs: number;
  readonly memory: number;
  readonly preparedMs: number;
  readonly firstMs: number;
  readonly later: Times;
  /** MiniSearch over that one protocol, in turn with `later`: what the machine itself did meanwhile. */
  readonly peer: Times;
};

const PASSES = 6;

function measure(folder: string): Grown {
  const start = performance.now();
  const library = loadLibrary(folder);
  const read = performance.now();
  const answers = createAnswers(library);
  const learned = performance.now();
  const memory = process.memoryUsage().rss / 2 ** 20;
  const protocol = library.protocols.get('calvijn');
  if (protocol === undefined) throw new Error('there is no protocol calvijn');
  const ask = (text: string): number => {
    const begun = performance.now();
    answers.ask(protocol, text, {});
    return performance.now() - begun;
  };
  const begun = performance.now();
  answers.prepare(protocol);
  const preparedMs = performance.now() - begun;
  const texts = askedTexts();
  const firstMs = ask(texts[0] ?? '');
  texts.forEach(ask);
  const baseline = createBaseline(new Map([[protocol.id, protocol]]));
  const askPeer = (question: string): number => {
    const begun = performance.now();
    baseline({ protocol: protocol.id, question });
    return performance.now() - begun;
  };
  texts.forEach(askPeer);
  const passes = Array.from({ length: PASSES }, () => ({ ours: texts.map(ask), peer: texts.map(askPeer) }));
  return {
    readMs: read - start,
    learnedMs: learned - read,
    memory,
    preparedMs,
    firstMs,
    later: timesOf(passes.flatMap(({ ours }) => ours)),
    peer: timesOf(passes.flatMap(({ peer }) => peer)),
  };
}

process.stdout.write(JSON.stringify(measure(process.argv[2] ?? 'protocols')));
