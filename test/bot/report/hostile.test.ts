import { expect, test } from 'vitest';
import { checkCard } from '../../../src/cards/elements.ts';
import { literalRun } from '../../../src/cards/markdown.ts';
import type { Reply, Screen } from '../../../src/conversation/reply.ts';
import { hostile } from '../../cards/hostile.ts';
import { all, buttonOf, screenIn, world } from '../cases/world.ts';
import { reported, sentBy, TOLD } from './reporting.ts';

type Node = Readonly<Record<string, unknown>>;

const nodes = (value: unknown): Node[] => {
  if (typeof value !== 'object' || value === null) return [];
  return [...(Array.isArray(value) ? [] : [value as Node]), ...Object.values(value).flatMap(nodes)];
};
const textsOf = (card: unknown, type: string): unknown[] =>
  nodes(card)
    .filter((node) => node.type === type)
    .map(({ text }) => text);
const dialogOf = (replies: readonly Reply[]): Screen => screenIn(replies);

test.each(hostile)(
  '%j stays letters in every card of a report, and reaches none that stays in a chat',
  async (typed) => {
    const at = await world();
    const marked = `zebra ${typed} okapi`;
    const told = { ...TOLD, wat: marked, waar: marked, wanneer: marked, link: marked };
    const ref = await reported(at, 'docent.wiskunde', told);
    const leader = at.as('vestigingsdirecteur');
    const me = at.as('docent.wiskunde');
    await leader.press(await leader.click('vraag-terug', { ref }), 'Vraag versturen', { tekst: marked });
    await leader.press(await leader.click('notitie', { ref }), 'Bewaren', { tekst: marked });
    await at.deliver();
    await me.press(await me.click('antwoord', { ref }), 'Versturen', { tekst: marked });
    await at.deliver();
    for (const screen of [
      dialogOf(await leader.click('open-zaak', { ref })),
      dialogOf(await leader.click('berichten', { ref })),
      dialogOf(await me.click('open-zaak', { ref })),
      dialogOf(await me.click('antwoord', { ref })),
    ]) {
      expect(() => checkCard(screen.card)).not.toThrow();
      expect(screen.summary).not.toContain('zebra');
      // What was typed stands in runs of plain text only, which no client reads as anything else.
      expect(all(textsOf(screen.card, 'TextBlock'))).not.toContain('zebra');
      expect(all(nodes(screen.card).flatMap(({ facts }) => facts ?? []))).not.toContain('zebra');
    }
    const runs = textsOf(dialogOf(await leader.click('open-zaak', { ref })).card, 'TextRun');
    expect(runs.filter((text) => text === literalRun(marked)).length).toBeGreaterThan(4);
    expect(all(at.brought)).not.toContain('zebra');
  },
);

test('a report as long as its fields allow is a card that every client takes, with all its messages a click away', async () => {
  const at = await world();
  // The letters that take the most room.
  const long = (length: number) => '漢'.repeat(length);
  const { door: _unknown, ...rest } = TOLD;
  const told = { ...rest, wat: long(3000), waar: long(500), wanneer: long(200), link: long(500) };
  const sent = await sentBy(at.as('docent.wiskunde'), told);
  const { ref = '' } = buttonOf(sent, 'Openen').data;
  const leader = at.as('vestigingsdirecteur');
  for (let i = 0; i < 9; i += 1)
    await leader.press(await leader.click('notitie', { ref }), 'Bewaren', { tekst: `${i}${long(999)}` });
  const read = dialogOf(await leader.click('open-zaak', { ref }));
  expect(() => checkCard(read.card)).not.toThrow();
  let page: readonly Reply[] = await leader.press(read, 'Alle berichten');
  const seen = [page];
  while (all(page).includes('Latere berichten')) {
    page = await leader.press(page, 'Latere berichten');
    seen.push(page);
  }
  for (const each of seen) expect(() => checkCard(dialogOf(each).card)).not.toThrow();
  for (let i = 0; i < 9; i += 1) expect(all(seen)).toContain(`${i}漢`);
  expect(all(await leader.press(page, 'Eerdere berichten'))).toContain('0漢');
});
