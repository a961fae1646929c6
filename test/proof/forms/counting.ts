import { openStore, type Store } from '../../../src/store/store.ts';
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

/** The place of a store that no server has open any more. */
export type Closed = { readonly folder: string; readonly databaseUrl?: string | undefined };

/** Opens the store when the server is gone, and gives what `look` sees in it. */
export async function lookedAt<T>(place: Closed, look: (store: Store) => Promise<T>): Promise<T> {
  const clock = () => new Date();
  const store = await openStore({ ...place, dataKey: KEY, production: true, clock, warn: () => undefined });
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

/** Reads every case of these people, and counts those of each text. */
export function counted(place: Closed, people: readonly string[], texts: readonly string[]): Promise<Counted> {
  return lookedAt(place, async (store) => {
    const { cases, faults } = await store.cases.verifyJournal();
    const found = new Map(texts.map((text) => [text, 0]));
    for (const person of people) {
      for (const { ref } of (await store.cases.listFor('example', person, cases)).cases) {
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
  });
}
