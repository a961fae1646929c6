import { openStore } from '../../../src/store/store.ts';
import { KEY } from './door.ts';

/** What the store holds of the forms that were sent. */
export type Counted = {
  readonly cases: number;
  /** Forms of which there is no case, and forms of which there is more than one. */
  readonly missing: number;
  readonly twice: number;
  /** Cases that are of no form. */
  readonly surplus: number;
  /** Journals that do not verify. */
  readonly faults: number;
};

/** Opens the store when the server is gone, reads every case of these people, and counts those of each text. */
export async function counted(
  folder: string,
  people: readonly string[],
  texts: readonly string[],
  databaseUrl?: string,
): Promise<Counted> {
  const store = await openStore({
    folder,
    databaseUrl,
    dataKey: KEY,
    production: true,
    clock: () => new Date(),
    warn: () => undefined,
  });
  try {
    const { cases, faults } = await store.cases.verifyJournal();
    const found = new Map(texts.map((text) => [text, 0]));
    for (const person of people) {
      for (const { ref } of await store.cases.listFor('example', person, cases)) {
        const { fields = {} } = (await store.cases.content(ref)) ?? {};
        const text = Object.values(fields).find((value) => found.has(value));
        if (text !== undefined) found.set(text, (found.get(text) ?? 0) + 1);
      }
    }
    const times = [...found.values()];
    return {
      cases,
      missing: times.filter((count) => count === 0).length,
      twice: times.filter((count) => count > 1).length,
      surplus: cases - times.reduce((sum, count) => sum + count, 0),
      faults: faults.length,
    };
  } finally {
    await store.close();
  }
}
