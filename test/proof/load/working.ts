import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { filledIn, formIn, referencesIn } from '../../fakes/forms.ts';
import { type Started, startMain } from '../../fakes/started.ts';
import { toAsking, visitor, write } from '../../main/kill/visitor.ts';

/** One stretch of mixed work. Times in ms, memory in MB. */
export type Stretch = {
  readonly turns: number;
  readonly failed: number;
  readonly p50: number;
  readonly p99: number;
  readonly memoryMb: number;
};

const ASKER = 'docent.wiskunde@voorbeeld.example';
const CONTACTS = ['teamleider.onderbouw@voorbeeld.example', 'vestigingsdirecteur@voorbeeld.example'];
const QUESTIONS = readFileSync('test/questions/tune.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { question: string }).question);

/** One doubt in so many turns; the others are questions. */
const DOUBT_EVERY = 25;

/**
 * Mixed work at a steady rate: people ask, look up, put a doubt to somebody, who reads and decides.
 * @param seconds a stretch; `stretches` of them are run one after the other on one server
 */
export async function work(
  stretches: number,
  seconds: number,
  aSecond: number,
  each: (stretch: Stretch) => void,
): Promise<void> {
  const main = await startMain();
  const turn = await turnsOf(main);
  let count = 0;
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const took: number[] = [];
    let failed = 0;
    const under: Promise<void>[] = [];
    const until = performance.now() + seconds * 1000;
    for (let next = performance.now(); next < until; next += 1000 / aSecond) {
      await wait(Math.max(0, next - performance.now()));
      const began = performance.now();
      count += 1;
      const done = turn(count).then(
        () => void took.push(performance.now() - began),
        () => {
          failed += 1;
        },
      );
      under.push(done);
    }
    await Promise.all(under);
    took.sort((a, b) => a - b);
    const at = (part: number) => took[Math.floor(took.length * part)] ?? 0;
    if (!isThere(main.pid)) throw new Error(`The server ended:\n${main.log().slice(-2000)}`);
    each({ turns: took.length, failed, p50: at(0.5), p99: at(0.99), memoryMb: memoryOf(main.pid) });
  }
  await main.stop();
}

/** What the n-th turn does. A doubt is several turns in one, from its form to its decision. */
async function turnsOf(main: Started): Promise<(n: number) => Promise<void>> {
  const asker = visitor(main.url, ASKER, 'calvijn');
  const asking = await toAsking(asker);
  const doubt = async () => {
    const sent = await asker.tell(await write(asker, asking, `Mag dit? ${randomUUID()}`));
    const [ref = ''] = referencesIn(sent);
    for (const contact of CONTACTS) {
      const read = await visitor(main.url, contact, 'calvijn').tell({
        kind: 'action',
        verb: 'open-zaak',
        data: { ref },
      });
      if (!JSON.stringify(read).includes('"beslis"')) continue;
      const form = formIn(read, 'beslis');
      await visitor(main.url, contact, 'calvijn').tell(filledIn(form, { besluit: 'akkoord', toelichting: '' }));
    }
  };
  return async (n) => {
    if (n % DOUBT_EVERY === 0) return doubt();
    const text = QUESTIONS[n % QUESTIONS.length] ?? '';
    await visitor(main.url, ASKER, 'calvijn').tell({ kind: 'text', text });
  };
}

const isThere = (pid: number): boolean => existsSync(`/proc/${pid}`);

function memoryOf(pid: number): number {
  return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096) / 1_048_576;
}
