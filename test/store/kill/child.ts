import { randomInt } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openCase } from '../../../src/handover/opening.ts';
import { newReference } from '../../../src/handover/reference.ts';
import { transition } from '../../../src/handover/transitions.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { person, request, rules } from '../../handover/world.ts';

/**
 * Keeps cases and says so, line by line, until it is killed or has kept as many as asked.
 *   node child.ts <folder> <DATA_KEY> <name> <safe|unsafe> [how many]
 * In the database of DATABASE_URL when that is set. `unsafe` says it before the commit: the control.
 */
const [folder = '', dataKey, name = '', mode = 'safe', count = 'Infinity'] = process.argv.slice(2);

/** Written at once and unbuffered: what was said has left the process. */
const say = (line: string) => void writeSync(1, `${line}\n`);

/** A promise to somebody, and the commit that backs it: in this order only when the control asks for it. */
async function keep(line: string, commit: () => Promise<unknown>): Promise<void> {
  if (mode === 'unsafe') say(line);
  await commit();
  if (mode !== 'unsafe') say(line);
}

async function one(store: Store, i: number): Promise<void> {
  const nonce = `${name}-${i}`;
  const now = new Date();
  const opening = openCase(request, newReference('doubt', randomInt), now, rules);
  if (opening === undefined) throw new Error('Nobody to ask');
  const { ref } = opening.case;
  const content = { fields: { question: `vraag ${i}` }, notes: [] };
  await keep(`created ${ref} ${nonce}`, () => store.cases.create(opening, content, nonce));
  if (i % 3 !== 0) return;
  const outcome = transition(opening.case, { verb: 'decide', kind: 'akkoord' }, person('teamleider'), now, rules);
  if (outcome.kind !== 'changed') throw new Error('The decision was refused');
  await keep(`decided ${ref} ${nonce}`, () => store.cases.change(ref, 1, outcome.change));
}

const databaseUrl = process.env.DATABASE_URL;
const store = await openStore({ folder, databaseUrl, dataKey, production: true, clock: () => new Date(), warn: say });
// So many at once, as people send them: those share a commit.
const AT_ONCE = 3;
for (let i = 0; i < Number(count); i += AT_ONCE) {
  const some = Array.from({ length: Math.min(AT_ONCE, Number(count) - i) }, (_, more) => i + more);
  await Promise.all(some.map((each) => one(store, each)));
}
await store.close();
