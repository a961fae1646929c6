import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * The table of the README, "On each platform": every cell names tests that are there, and what they are said to show does occur in them.
 * It cannot tell whether they show it well.
 */

/** Signs by which a feature is known in a test of it: the words people see, or the verbs they click. */
const signs: Readonly<Record<string, readonly RegExp[]>> = {
  'a question, an article, a search': [/mag ik/i, /artikel/i, /zoek/i],
  'where others read along: the protocol only, the rest in private': [
    /liever niet hier|hoor ik liever niet|privébericht/,
  ],
  'the walk through a doubt': [/keuze|choices|twijfel/],
  'a doubt to its decision, five schools': [/besluit|beslis/i, /ways|wayOf|calvijn/],
  'a question without an answer to its contact, and the answer back': [/Er is een antwoord/],
  'questions without an answer, for who owns the protocol': [/vragen zonder antwoord/],
  'thumbs under an answer, and a line with one': [/👎/, /Bedankt/, /niet klopt|duim-stuur/],
  'passing on, withdrawing': [/doorzet|pass-on/i, /Intrekken|trek-in|withdraw/],
  'reminder, deputy, next levels, daily': [
    /Herinnering|reminder/i,
    /deputy|bovenbouw/,
    /nog steeds bij jou|daily|every day/i,
  ],
  'a report to its closing, five schools': [/afhandelen|rond-af/i, /schools/],
  'question back, answer': [/vraag-terug|Iets vragen|Vraag versturen/, /antwoord/i],
  'name withheld': [/anoniem|Houd mijn naam achter/],
  'who it is about sees nothing': [/about|over:/],
  'urgent outside working hours: the crisis contact': [/crisis/i],
  // Not the word alone: every test that opens a page counts its faults.
  'faults at their fields, nothing typed is lost': [/field-errors|Vertel eerst kort wat er is gebeurd/],
  'one card of a case, changed in place': [/card|kaart/i],
  'what you asked, reported, and what waits': [/mijn vragen/i, /mijn meldingen/i, /openstaand|wacht op jou/i],
  'a first screen that greets and begins': [/Hallo|welcome|home/],
  'from somebody’s message to a form': [/messageShortcut|\bpicks\(/],
  'an article into a message of one’s own, searched while typing': [/searches|search\(/, /thumbnail|found/],
  'a card that is opened later says how it stands by then': [/looksAt|opened\(/, /later/],
  'sharing an answer with a channel': [/Deel in dit kanaal/],
  'pictures and files: advice, never fetched': [/file|bestand|picture|foto/i],
  'forgeries; nonsense of every kind': [/refus|40[013]|forg/i, /fuzz|nonsense/i],
  'sent twice, or over a store that fails: one case': [/twice|nonce|again/],
  'the platform refuses, or is away': [/refuse|away|outage|away|403/i],
  'whom no chat reaches gets an e-mail': [/mail find|SMTP_URL/],
  'without a public address': [/socket/i],
  'one case on both': [/Teams/, /Slack/],
};

type Row = { readonly feature: string; readonly cells: readonly string[] };

function rows(): Row[] {
  const table =
    /^\| \| page \| Teams \| Slack \|\n\|-.*\n([\s\S]*?)\n\n/m.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
  return table.split('\n').map((line) => {
    const [, feature = '', ...cells] = line.split('|').map((cell) => cell.trim());
    return { feature: feature.replaceAll("'", '’'), cells: cells.slice(0, 3) };
  });
}

const namesIn = (cell: string): string[] => cell.split(',').map((name) => name.replace(/\(.*\)/, '').trim());

test('every feature of the table is known here, and the other way round', () => {
  expect(rows().map(({ feature }) => feature)).toEqual(Object.keys(signs));
});

test.each(rows())('$feature', ({ feature, cells }) => {
  expect(cells).toHaveLength(3);
  for (const cell of cells.filter((each) => each !== '–')) {
    const files = namesIn(cell).map((name) => `test/${name}.test.ts`);
    for (const file of files) expect(existsSync(file), `${file}, named for “${feature}”`).toBe(true);
    const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    for (const sign of signs[feature] ?? []) expect(sign.test(text), `${files} for ${sign}`).toBe(true);
  }
});
