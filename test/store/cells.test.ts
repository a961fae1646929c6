import { randomInt } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { act, type Desk, read } from '../../src/handover/desk.ts';
import { type Relation, relations, verbs } from '../../src/handover/may.ts';
import { newReference } from '../../src/handover/reference.ts';
import { notice } from '../../src/handover/stages.ts';
import { whoAnswers } from '../../src/handover/tracks.ts';
import type { Store } from '../../src/store/store.ts';
import { withPostgres } from '../fakes/postgres/postgres.ts';
import { type Cell, cells, commands, kinds, madeUp } from '../handover/cells.ts';
import { email, MONDAY, opened as opening, parts, person, rules } from '../handover/world.ts';
import { onPostgres, onSqlite, type Place } from './place.ts';

/** Who may do what, cell by cell, through the desk and a real store: who may not changes nothing and learns nothing. */

const MARK = 'KANARIE-q7Zx';
const content = { fields: { question: MARK }, notes: [{ verb: 'note', by: email('teamleider'), at: '', text: MARK }] };
const none = { kind: 'refused', refusal: { why: 'not-found' } };

function cellsContract(name: string, make: () => Promise<Place>): void {
  describe(name, () => {
    let store: Store;
    let desk: Desk;

    beforeEach(async () => {
      ({ store } = await (await make()).open());
      desk = { cases: store.cases, clock: () => MONDAY, rulesFor: () => rules };
    });

    async function kept(kind: Cell['kind']): Promise<string> {
      const ref = newReference(kind, randomInt);
      const { journal } = opening({}, ref);
      const kase = madeUp[kind]({ ref });
      const rows = whoAnswers(kase).map((each) => ({ set: notice(each, MONDAY) }));
      await store.cases.create({ case: kase, journal, rows, besideNobody: false }, content, ref);
      return ref;
    }

    test('every cell', async () => {
      const untouched = Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, await kept(kind)])));
      const wrong: string[] = [];
      for (const { kind, relation, verb, allowed } of cells) {
        const ref = allowed ? await kept(kind) : untouched[kind];
        const acted = await act(desk, ref, parts[relation] ?? person('nobody'), commands[verb]);
        const refused = JSON.stringify(acted) === JSON.stringify(none);
        if (refused === allowed) wrong.push(`${kind}: ${relation} ${verb}: ${JSON.stringify(acted).slice(0, 100)}`);
      }
      expect(wrong).toEqual([]);
      expect(cells.length).toBe(kinds.length * relations.length * verbs.length);
      for (const kind of kinds) {
        expect((await store.cases.load(untouched[kind]))?.version).toBe(1);
        expect(await store.cases.journalOf(untouched[kind])).toHaveLength(1);
      }
      expect((await store.cases.verifyJournal()).faults).toEqual([]);
    });

    test('who may not open a case gets nothing of its text, and the same as for one that is not there', async () => {
      for (const kind of kinds) {
        const ref = await kept(kind);
        for (const { relation, allowed } of cells.filter((cell) => cell.kind === kind && cell.verb === 'open')) {
          const actor = parts[relation] ?? person('nobody');
          const [there, absent] = [await read(desk, ref, actor), await read(desk, 'V-999999', actor)];
          expect(absent).toEqual(none);
          if (allowed) expect(JSON.stringify(there), relation).toContain(MARK);
          else expect(there, relation).toEqual(absent);
        }
      }
    });

    test('no list shows a case to who may not open it', async () => {
      for (const kind of kinds) await kept(kind);
      const shown = async (kind: Cell['kind'], relation: Relation): Promise<number> => {
        const actor = parts[relation];
        if (actor?.kind !== 'person') return 0;
        const { organisation, email: who } = actor;
        const lists = [await store.cases.listFor(organisation, who), await store.cases.openFor(organisation, who)];
        return lists.flatMap(({ cases }) => cases).filter((kase) => kase.kind === kind).length;
      };
      for (const { kind, relation, allowed } of cells.filter(({ verb }) => verb === 'open')) {
        if (!allowed) expect([kind, relation, await shown(kind, relation)]).toEqual([kind, relation, 0]);
      }
      expect(await shown('report', 'recipient-beside')).toBe(1);
    });
  });
}

cellsContract('who may do what, on SQLite', async () => onSqlite());
await withPostgres('who may do what, on PostgreSQL', (server) => {
  cellsContract('each', () => onPostgres(server));
});
