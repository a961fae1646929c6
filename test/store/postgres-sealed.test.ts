import { expect, test } from 'vitest';
import { withPostgres } from '../fakes/postgres/postgres.ts';
import { onServer } from '../fakes/postgres/schema.ts';
import { email, MONDAY, ORGANISATION, opened as opening } from '../handover/world.ts';
import { onPostgres } from './place.ts';

const MARK = 'KANARIE-q7Zx';
const SUBJECT = 'betrokkene-kanarie@voorbeeld.nl';
const REF = 'V-7K3F9Q';

await withPostgres('text of a case on PostgreSQL', (server) => {
  test('is in no row of no table, nor is who it is about or who asked', async () => {
    const place = await onPostgres(server);
    const { store } = await place.open();
    const { case: kase, ...rest } = opening({ excluded: [SUBJECT] }, REF);
    await store.cases.create({ case: kase, ...rest }, { fields: { question: MARK, draft: MARK }, notes: [] }, MARK);
    const note = { verb: 'decide', by: email('teamleider'), at: MONDAY.toISOString(), text: MARK };
    const journal = [{ verb: 'open', actor: email('teamleider'), at: MONDAY.toISOString(), data: {} }];
    await store.cases.change(REF, 1, { case: kase, journal, rows: [], note });
    const card = { person: email('docent'), channel: 'teams', conversation: MARK, messageId: MARK } as const;
    await store.cases.rememberMessage(REF, card);
    await store.drafts.keep({ organisation: ORGANISATION, email: email('docent') }, 'k', { question: MARK }, 60_000);
    const schema = String(await place.peek('select current_schema()'));
    const tables = await onServer(
      server,
      `select table_name from information_schema.tables where table_schema = '${schema}'`,
    );
    const rows = await Promise.all(
      tables.map(({ table_name }) =>
        onServer(server, `select row_to_json(t)::text as row from ${schema}.${table_name} t`),
      ),
    );
    const all = JSON.stringify(rows);
    expect(all).toContain(REF);
    for (const text of [MARK, SUBJECT, email('docent'), email('teamleider')]) expect(all).not.toContain(text);
  });
});
