import { expect, onTestFinished, test } from 'vitest';
import { wayOf } from '../bot/cases/world.ts';
import { TOLD } from '../bot/report/reporting.ts';
import { allDuties, formIn } from '../fakes/forms.ts';
import { freshSchema, withPostgres } from '../fakes/postgres/postgres.ts';
import { onServer } from '../fakes/postgres/schema.ts';
import {
  answerTo,
  asks,
  type Board,
  clicks,
  decides,
  liveCards,
  newCase,
  soon,
  startBoard,
  theCard,
} from '../fakes/teams/board.ts';
import { button, type Colleague } from '../fakes/teams/colleague.ts';
import { foundIn } from '../store/found-in.ts';
import { freshFolder, KEY, openIn } from '../store/place.ts';

/**
 * Marked texts in all that people type about a doubt and a report, with the whole program on either store. They are searched
 * for in everything but the windows of those who may read them.
 */

const MARK = 'kanariepiet';
const marks = {
  report: ['wat', 'waar', 'vraag', 'antwoord', 'notitie', 'reden', 'terugkoppeling'],
  doubt: ['twijfel', 'bericht', 'toelichting'],
} as const;
const marked = (name: string) => `Over ${MARK}-${name}.`;

const reporter = 'docent.wiskunde';
const leader = 'vestigingsdirecteur';
const director = 'algemene.directie';
const way = wayOf('calvijn');

async function reported(at: Board): Promise<string> {
  const [asker, first] = [at.person(reporter), at.person(leader)];
  const typed = { ...TOLD, wat: marked('wat'), waar: marked('waar'), over: '' };
  const start = answerTo(await asker.says('meld'));
  const form = await asker.opens({ title: '', verb: 'meld', data: {} }, start);
  const whole = await asker.submits(formIn(form, 'meld-meer'), typed);
  const check = await asker.submits(formIn(whole, 'meld-verder'), typed);
  const ref = await newCase(asker, () => asker.submits(formIn(check, 'meld-verstuur'), { over: 'geen' }));
  await soon(() => theCard(first, ref));
  return ref;
}

/** What a button of a window opens, asked for from the newest card with this case. */
async function dialog(someone: Colleague, ref: string, verb: string): Promise<unknown> {
  const [card] = await soon(() => {
    const cards = liveCards(someone, ref);
    expect(cards.length).toBeGreaterThan(0);
    return cards.slice(-1);
  });
  if (card === undefined) throw new Error(`no card of ${ref}`);
  return someone.opens({ title: '', verb, data: { ref } }, card);
}

/** The whole of a report; everybody's windows while they work on it. */
async function worksOn(at: Board, ref: string): Promise<void> {
  const [asker, first] = [at.person(reporter), at.person(leader)];
  await clicks(first, ref, 'ontvangen');
  await soon(() => button(theCard(first, ref), 'in-behandeling'));
  await clicks(first, ref, 'in-behandeling');
  await first.submits(formIn(await dialog(first, ref, 'vraag-terug'), 'stel-vraag'), { tekst: marked('vraag') });
  await soon(() => expect(JSON.stringify(liveCards(asker, ref))).toContain('Vraag aan jou'));
  await asker.submits(formIn(await dialog(asker, ref, 'antwoord'), 'geef-antwoord'), { tekst: marked('antwoord') });
  await soon(() => expect(JSON.stringify(liveCards(first, ref))).toContain('nieuws van de melder'));
  await first.submits(formIn(await dialog(first, ref, 'notitie'), 'schrijf-notitie'), { tekst: marked('notitie') });
  const passing = await dialog(first, ref, 'doorzet-vraag');
  const next = /"value":"([^"]+)@voorbeeld\.example"/.exec(JSON.stringify(passing))?.[1] ?? director;
  await first.submits(formIn(passing, 'doorzetten'), { naar: `${next}@voorbeeld.example`, reden: marked('reden') });
  const second = at.person(next);
  const duties = formIn(await dialog(second, ref, 'rond-af'), 'vink-plichten-af');
  const form = await second.submits(duties, { ...allDuties('niet'), tekst: marked('notitie') });
  const closing = { uitkomst: 'gesprek', terugkoppeling: marked('terugkoppeling') };
  await second.submits(formIn(form, 'afhandelen'), closing);
}

async function doubted(at: Board): Promise<string> {
  const typed = { vraag: marked('twijfel'), draft: marked('bericht') };
  const ref = await asks(at.person(way.asker), way.choices.split(' '), typed);
  const contact = at.person(way.contact);
  await soon(() => theCard(contact, ref));
  await decides(contact, ref, { besluit: 'akkoord-mits', toelichting: marked('toelichting') });
  return ref;
}

/** What everybody who has no part in these cases gets who asks for all there is, and tries their numbers. */
async function shownToOthers(at: Board, refs: readonly string[]): Promise<string> {
  const shown: unknown[] = [];
  for (const name of ['leraar.muziek', 'rector', 'directeur.basisschool']) {
    const other = at.person(name);
    shown.push(await other.says('openstaand'));
    const from = answerTo(await other.says('mijn meldingen'));
    for (const ref of refs) {
      for (const verb of ['open-zaak', 'berichten', 'dossier'])
        shown.push(await other.opens({ title: '', verb, data: { ref } }, from));
    }
  }
  return JSON.stringify(shown);
}

/** What is answered to a request that says the marked text where nothing can be done with it. */
async function errorsOf({ main }: Board): Promise<string> {
  const bodies = [`{"text":"${MARK}`, JSON.stringify({ type: MARK, text: MARK }), JSON.stringify([MARK])];
  const answers = bodies.flatMap((body) =>
    ['/api/messages', `/page/event?${MARK}`].map((path) =>
      fetch(main.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    ),
  );
  return (await Promise.all(answers.map(async (answer) => (await answer).text()))).join();
}

async function search(databaseUrl: string | undefined, rows: () => Promise<string>): Promise<void> {
  const folder = freshFolder();
  const env = { DATA_DIR: folder, DATA_KEY: KEY, LOG_LEVEL: 'debug' };
  const at = await startBoard('local', databaseUrl === undefined ? env : { ...env, DATABASE_URL: databaseUrl });
  onTestFinished(async () => void (await at.main.kill()));
  const refs = { report: await reported(at), doubt: await doubted(at) };
  await worksOn(at, refs.report);
  const places: Record<string, string> = {
    others: await shownToOthers(at, Object.values(refs)),
    errors: await errorsOf(at),
    metrics: await (await fetch(`${at.main.url}/metrics`)).text(),
  };
  expect(await at.close()).toBe(0);
  places.chats = JSON.stringify([at.connector.sent, at.connector.updated]);
  places.log = at.main.log();
  places.files = foundIn(folder, MARK).join();
  places.rows = await rows();

  const { store } = await openIn(folder, databaseUrl === undefined ? {} : { databaseUrl });
  for (const kind of ['report', 'doubt'] as const) {
    const ref = refs[kind];
    places[`journal of a ${kind}`] = JSON.stringify(await store.cases.journalOf(ref));
    places[`value of a ${kind}`] = JSON.stringify(await store.cases.load(ref));
    // The control: all of them were typed and kept, and whoever has the key finds them.
    const kept = JSON.stringify(await store.cases.content(ref));
    expect(marks[kind].filter((name) => !kept.includes(`${MARK}-${name}`))).toEqual([]);
  }
  // The other control: what was searched is where these cases are.
  expect(places.chats).toContain(refs.report);
  expect(foundIn(folder, refs.report).length > 0 || places.rows.includes(refs.report)).toBe(true);
  expect(places.metrics).toContain('bijtwijfel_');
  const found = Object.entries(places).filter(([name, text]) => (name === 'files' ? text !== '' : text.includes(MARK)));
  expect(found.map(([name]) => name)).toEqual([]);
}

test('on SQLite no marked text is anywhere but in the windows of who may read it', async () => {
  await search(undefined, async () => '');
});

await withPostgres('on PostgreSQL', (server) => {
  test('no marked text is anywhere but in the windows of who may read it', async () => {
    const url = await freshSchema(server);
    await search(url, async () => {
      const tables = await onServer(
        url,
        'select table_name from information_schema.tables where table_schema = current_schema()',
      );
      const all = tables.map(({ table_name }) =>
        onServer(url, `select row_to_json(t)::text as row from ${table_name} t`),
      );
      return JSON.stringify(await Promise.all(all));
    });
  });
});
