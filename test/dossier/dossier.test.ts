import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Dossier } from '../../src/bot/report/dossier.ts';
import { checkCard } from '../../src/cards/elements.ts';
import { dossierRoute } from '../../src/dossier/dossier.ts';
import { pdfOf } from '../../src/dossier/pdf.ts';
import { all, mail, screenIn, type World, world } from '../bot/cases/world.ts';
import { reported, TOLD } from '../bot/report/reporting.ts';

const HANDLER = 'vestigingsdirecteur';
const REPORTER = 'docent.wiskunde';

type Got = { readonly status: number; readonly type: string; readonly text: string; readonly named: string };

/** The route behind a server of its own, as somebody's browser asks it. */
async function serve(at: World): Promise<(address: string) => Promise<Got>> {
  const { handle } = dossierRoute({ slips: at.slips, ports: at.ports, failed: at.ports.failed });
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return async (address) => {
    const response = await fetch(`http://127.0.0.1:${port}${new URL(address).pathname}`);
    const { status, headers } = response;
    const named = headers.get('content-disposition') ?? '';
    return { status, type: headers.get('content-type') ?? '', text: await response.text(), named };
  };
}

/** The two addresses in the dialog that the handler gets. */
async function linksFor(at: World, name: string, ref: string): Promise<string[]> {
  const dialog = await at.as(name).click('dossier', { ref });
  expect(() => checkCard(screenIn(dialog).card)).not.toThrow();
  return [...all(dialog).matchAll(/"url":"([^"]+)"/g)].map((match) => match[1] ?? '');
}

test('who has a report fetches it whole, once as PDF and once as JSON, and that is journalled', async () => {
  const at = await world();
  const get = await serve(at);
  const ref = await reported(at, REPORTER);
  const read = await at.as(HANDLER).press(at.as(HANDLER).last(), 'Openen');
  expect(all(read)).toContain('"Dossier"');
  const [pdf = '', json = ''] = await linksFor(at, HANDLER, ref);
  const got = await get(json);
  expect(got).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' });
  expect(got.named).toBe(`attachment; filename="dossier-${ref}.json"`);
  const dossier: Dossier = JSON.parse(got.text);
  expect(dossier).toMatchObject({ format: 'bij-twijfel/dossier@1', ref, made: { by: 'Vestigingsdirecteur' } });
  expect(got.text).toContain(TOLD.wat);
  expect(dossier.facts).toContainEqual({ label: 'Van', text: 'Docent wiskunde, CSG Calvijn' });
  expect(dossier.journal.map(({ what }) => what)).toContain('Melding gelezen');
  expect(dossier.duties.length).toBeGreaterThan(0);
  expect(dossier.articles.map(({ place }) => place)).toContain('B.6');
  const paper = await get(pdf);
  expect(paper).toMatchObject({ status: 200, type: 'application/pdf' });
  expect(paper.text.startsWith('%PDF-')).toBe(true);
  const exports = (await at.cases.journalOf(ref)).filter(({ verb }) => verb === 'export');
  expect(exports.map(({ actor }) => actor)).toEqual([mail(HANDLER), mail(HANDLER)]);
});

test('a slip of somebody else, an old one, a changed one and none at all get the same answer', async () => {
  const at = await world();
  const get = await serve(at);
  const ref = await reported(at, REPORTER);
  const none = await get('http://x/dossier/niets');
  expect(none.status).toBe(404);
  const slip = (email: string, of = ref) =>
    `http://x/dossier/${at.slips.issue({ organisation: 'example', email: mail(email), ref: of, format: 'json' }, 60_000)}`;
  // The control: for the one who has it, the very same way leads to the dossier.
  expect((await get(slip(HANDLER))).status).toBe(200);
  for (const name of [REPORTER, 'teamleider.onderbouw', 'bestuurder', 'weg'])
    expect(await get(slip(name))).toEqual(none);
  expect(await get(slip(HANDLER, 'M-222222'))).toEqual(none);
  const [, good = ''] = await linksFor(at, HANDLER, ref);
  expect(await get(`${good.slice(0, -4)}AAAA`)).toEqual(none);
  await at.later(1);
  expect(await get(good)).toEqual(none);
  // Nobody but the handler is even shown the way there.
  expect(await linksFor(at, 'teamleider.onderbouw', ref)).toEqual([]);
  expect(await linksFor(at, REPORTER, ref)).toEqual([]);
});

test('of who withheld their name nothing is in it, nor of who was excluded', async () => {
  const at = await world();
  const get = await serve(at);
  const ref = await reported(at, REPORTER, TOLD, { anoniem: 'true' });
  await at.as(HANDLER).tell({
    kind: 'submit',
    verb: 'uitsluiten',
    values: { ref, over: mail('docent.geschiedenis') },
    nonce: 'n1',
  });
  expect((await at.cases.load(ref))?.case.excluded).toContain(mail('docent.geschiedenis'));
  const [, json = ''] = await linksFor(at, HANDLER, ref);
  const { text } = await get(json);
  expect(text).toContain(TOLD.wat);
  for (const word of [
    'docent.wiskunde',
    'Docent wiskunde',
    'CSG Calvijn',
    'Onderbouw',
    'docent.geschiedenis',
    'Docent geschiedenis',
    'exclude',
    'uitgesloten',
  ]) {
    expect(text).not.toContain(word);
  }
  expect(JSON.parse(text).journal[0]).toMatchObject({
    by: 'de melder',
    what: expect.stringContaining('Melding gedaan'),
  });
});

test('what people typed is only letters on paper, whatever it is, over as many pages as it takes', async () => {
  const at = await world();
  const ref = await reported(at, REPORTER);
  const hostile = `<script>alert(1)</script> /JavaScript (x) >> endobj \u0000 \ud800 مرحبا 🙂 https://evil.example ${'lang '.repeat(3000)}`;
  const dossier: Dossier = {
    format: 'bij-twijfel/dossier@1',
    ref,
    made: { at: '2026-11-23T09:00:00.000Z', by: 'Rector' },
    facts: [],
    report: [{ label: 'Wat er is gebeurd', text: hostile }],
    messages: [],
    duties: [],
    measures: [],
    journal: [],
    articles: [],
  };
  const bytes = (await pdfOf(dossier, (moment) => moment, false)).toString('latin1');
  // Text stands in the file as numbers of glyphs: nothing of it can be read as an instruction.
  const found = ['/JavaScript', '/OpenAction', '/URI', '/Launch', '/AcroForm', '<script', 'evil.example'].filter(
    (word) => bytes.includes(word),
  );
  expect(found).toEqual([]);
  expect(bytes.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2);
  expect(bytes.includes('/Lang (nl-NL)')).toBe(true);
});
