import { createAnswers } from '../../answer/engine.ts';
import { loadLibrary } from '../../protocol/load.ts';
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
  const later = Array.from({ length: PASSES }, () => texts.map(ask)).flat();
  return { readMs: read - start, learnedMs: learned - read, memory, preparedMs, firstMs, later: timesOf(later) };
}

process.stdout.write(JSON.stringify(measure(process.argv[2] ?? 'protocols')));
