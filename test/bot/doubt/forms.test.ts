import { describe, expect, test } from 'vitest';
import { checkCard } from '../../../src/cards/elements.ts';
import { hostile } from '../../cards/hostile.ts';
import { all, asked, buttonOf, formOf, screenIn, TYPED, wayOf, world } from '../cases/world.ts';

const way = wayOf('calvijn');

test('the same form twice, and at the same moment, is one case', async () => {
  const at = await world();
  const asker = at.as(way.asker);
  const form = await formOf(asker, way.choices);
  const [one, two] = await Promise.all([asker.press(form, 'Versturen', TYPED), asker.press(form, 'Versturen', TYPED)]);
  const three = await asker.press(form, 'Versturen', TYPED);
  expect(two).toEqual(one);
  expect(three).toEqual(one);
  expect((await at.cases.verifyJournal()).cases).toBe(1);
});

test('the same nonce of somebody else is another case', async () => {
  const at = await world();
  const form = { kind: 'submit', verb: 'stuur-twijfel', values: TYPED, nonce: 'n' } as const;
  await at.as('docent.wiskunde').tell(form);
  await at.as('docent.geschiedenis').tell(form);
  expect((await at.cases.verifyJournal()).cases).toBe(2);
});

test.each([
  [{ ...TYPED, vraag: ' \n ' }, 'vraag', 'Vul in wat je wilt weten'],
  [{ ...TYPED, draft: 'x'.repeat(2501) }, 'draft', '1 korter'],
  [{ ...TYPED, link: 'x'.repeat(600) }, 'link', '100 korter'],
])('a fault is told at its field, and nothing is kept (%#)', async (values, field, message) => {
  const at = await world();
  const replies = await at.as(way.asker).tell({ kind: 'submit', verb: 'stuur-twijfel', values, nonce: 'n' });
  expect(replies).toMatchObject([{ kind: 'field-errors', errors: [{ field }] }]);
  expect(all(replies)).toContain(message);
  expect((await at.cases.verifyJournal()).cases).toBe(0);
});

describe('when the store fails', () => {
  test('sending says that it is not kept, and the same form works afterwards', async () => {
    const at = await world();
    const asker = at.as(way.asker);
    const form = await formOf(asker, way.choices);
    at.breakStore('create');
    const failed = await asker.press(form, 'Versturen', TYPED);
    expect(failed).toMatchObject([{ kind: 'field-errors', errors: [{ field: '' }] }]);
    expect(all(failed)).toContain('nog niet opgeslagen');
    expect(all(failed)).not.toContain('Het is opgeslagen');
    expect(at.failed.map(({ during }) => during)).toEqual(['stuur-twijfel']);
    at.heal();
    expect(all(await asker.press(form, 'Versturen', TYPED))).toContain('Nog niet plaatsen');
  });

  test('so does everything else', async () => {
    const at = await world();
    const ref = await asked(at, way);
    const contact = at.as(way.contact);
    const dialog = await contact.press(contact.last(), 'Openen');
    at.breakStore('change', 'listFor');
    const decided = await contact.press(dialog, 'Besluit versturen', { besluit: 'akkoord' });
    expect(decided).toMatchObject([{ kind: 'field-errors', errors: [{ field: '' }] }]);
    for (const replies of [
      decided,
      await contact.click('ontvangen', { ref }),
      await contact.click('open-zaak', { ref }),
      await at.as(way.asker).click('trek-in', { ref }),
    ])
      expect(all(replies)).toContain('nog niet opgeslagen');
    expect(all(await at.as(way.asker).command('mijn vragen'))).toContain('Nog niet gelukt');
    at.heal();
    expect((await at.cases.load(ref))?.case.state).toBe('open');
  });
});

/** A piece nobody would write: all of what a client might act on, at once. */
const nasty = hostile.join('\n').slice(0, 1400);

test('what people type stays letters in every card, and is in no notice', async () => {
  const at = await world();
  const marked = `${nasty}\nmerkwoord`;
  const ref = await asked(at, way, { draft: marked, link: marked.slice(0, 480), vraag: marked });
  const contact = at.as(way.contact);
  const dialog = await contact.press(contact.last(), 'Openen');
  const { card } = screenIn(dialog);
  expect(() => checkCard(card)).not.toThrow();
  const runs = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    const own = 'type' in value && value.type === 'TextRun' && 'text' in value ? [String(value.text)] : [];
    return [...own, ...Object.values(value).flatMap(runs)];
  };
  const shown = runs(card);
  for (const line of ['*vet*', '<b>vet</b>', '<!channel>', '[klik hier](https://example.org)']) {
    expect(shown.some((run) => run.includes(line))).toBe(true);
  }
  expect(shown.join('')).not.toMatch(/\{\{DATE/);
  // Typed words stand in runs only, which no client reads markdown in.
  expect(JSON.stringify(card, (key, value) => (key === 'inlines' ? undefined : value))).not.toContain('merkwoord');
  await contact.press(dialog, 'Besluit versturen', { besluit: 'akkoord-mits', toelichting: marked.slice(-900) });
  await at.deliver();
  const own = await at.as(way.asker).click('open-zaak', { ref });
  expect(() => checkCard(screenIn(own).card)).not.toThrow();
  expect(all(own)).toContain('merkwoord');
  expect(all(at.brought)).not.toContain('merkwoord');
  expect(all(await at.as(way.asker).command('mijn vragen'))).not.toContain('merkwoord');
});

test('the longest of everything stays a card that every client takes', async () => {
  const at = await world();
  const wide = (length: number) => 'ë\n€ '.repeat(length).slice(0, length);
  const ref = await asked(at, way, { draft: wide(2500), link: wide(500), vraag: `a${wide(1498)}` });
  const contact = at.as(way.contact);
  for (let i = 0; i < 5; i += 1) {
    const dialog = await contact.click('open-zaak', { ref });
    await contact.press(dialog, 'Besluit versturen', { besluit: 'bel-me', toelichting: wide(1000) });
  }
  const dialog = await contact.click('open-zaak', { ref });
  expect(() => checkCard(screenIn(dialog).card)).not.toThrow();
  expect(buttonOf(dialog, 'Besluit versturen').data.ref).toBe(ref);
});
