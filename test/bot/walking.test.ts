import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/conversation/reply.ts';
import { createWorld, found } from './world.ts';

const on = (protocol: string) => ({ channel: 'page', protocol }) as const;

/** The first button of a card with this title, anywhere on it. */
function button(replies: readonly Reply[], title: string): { verb: string; data: Record<string, string> } {
  const found = buttons(replies).find((each) => each.title === title);
  if (found === undefined)
    throw new Error(`no button "${title}"; there is ${buttons(replies).map((each) => each.title)}`);
  return found;
}

function buttons(value: unknown): { title: string; verb: string; data: Record<string, string> }[] {
  if (Array.isArray(value)) return value.flatMap(buttons);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'Action.Execute' ? [value as never] : [];
  return [...own, ...Object.entries(value).flatMap(([key, each]) => (key === 'fallback' ? [] : buttons(each)))];
}

const text = (replies: readonly Reply[]) => JSON.stringify(replies);

describe('the walk', () => {
  test('at calvijn: a private post in which something is confidential', async () => {
    const world = createWorld();
    let now = await world.tell({ kind: 'command', name: 'twijfel', argument: '' }, on('calvijn'));
    expect(now[0]).toMatchObject({ kind: 'show', screen: { name: 'walk' } });
    for (const say of [
      'Privé iets plaatsen over school of werk',
      'Een tekst, ook in een klassenapp of groep',
      'Dat weet ik niet zeker',
    ]) {
      const { verb, data } = button(now, say);
      now = await world.click(verb, data, on('calvijn'));
      expect(now[0]?.kind).toBe('replace');
    }
    expect(now[0]).toMatchObject({ screen: { name: 'advice' } });
    expect(text(now)).toContain('directie (D.1)');
  });

  test.each(['calvijn', 'model', 'msvr', 'gsv', 'aeres'])(
    'at %s: back undoes one choice, stop puts it away',
    async (id) => {
      const world = createWorld();
      const first = await world.tell({ kind: 'command', name: 'twijfel', argument: '' }, on(id));
      const [choice] = buttons(first).filter((each) => each.verb === 'twijfel-kies');
      const second = await world.click(choice?.verb ?? '', choice?.data ?? {}, on(id));
      expect(text(second)).not.toBe(text(first));
      const undone = button(second, 'Terug');
      const again = await world.click(undone.verb, undone.data, on(id));
      expect(buttons(again).map((each) => each.title)).toEqual(buttons(first).map((each) => each.title));
      const stop = button(second, 'Stoppen');
      expect(text(await world.click(stop.verb, stop.data, on(id)))).toContain('niets bewaard');
    },
  );

  test('“Opnieuw beginnen” begins on the same card; “Ik twijfel” under an answer leaves the answer standing', async () => {
    const world = createWorld();
    const begun = await world.click('twijfel', {}, on('calvijn'));
    expect(begun[0]).toMatchObject({ kind: 'show', screen: { name: 'walk' } });
    const advice = await world.click('twijfel', { begin: 'ontsporing' }, on('calvijn'));
    const stopped = await world.click('twijfel-stop', {}, on('calvijn'));
    const refused = await world.click('twijfel-kies', { stand: 'x', keuze: 'y' }, on('calvijn'));
    for (const [card, title] of [
      [advice, 'Opnieuw beginnen'],
      [stopped, 'Opnieuw beginnen'],
      [refused, 'Begin opnieuw'],
    ] as const) {
      const { verb, data } = button(card, title);
      const again = await world.click(verb, data, on('calvijn'));
      expect(again[0]).toMatchObject({ kind: 'replace', screen: { name: 'walk' } });
      expect(buttons(again)).toEqual(buttons(begun));
    }
  });

  test('asks for everything anew, whatever was chosen for a question before', async () => {
    const world = createWorld({
      answer: (question) =>
        question.includes('twijfel')
          ? { kind: 'escalate', ...found, case: 'twijfel' }
          : { kind: 'ask-back', ...found, ask: 'situation' },
    });
    const fresh = await world.tell({ kind: 'command', name: 'twijfel', argument: '' }, on('calvijn'));
    const asked = await world.say('mag dit?', on('calvijn'));
    const { verb, data } = button(asked, 'Privé');
    await world.click(verb, data, on('calvijn'));
    const walk = await world.tell({ kind: 'command', name: 'twijfel', argument: '' }, on('calvijn'));
    expect(walk).toEqual(fresh);
    expect(text(walk)).toMatch(/Privé iets plaatsen.*/);
    await world.say('ik twijfel hierover', on('calvijn'));
    // The doubt itself is read as it stands, not as something private.
    expect(world.asked.at(-1)?.context).toEqual({ audience: undefined, situation: undefined });
  });

  test('opens the article behind a question and leads back to it', async () => {
    const world = createWorld();
    const first = await world.tell({ kind: 'command', name: 'twijfel', argument: '' }, on('calvijn'));
    const why = buttons(first).find((each) => each.verb === 'twijfel-artikel');
    const article = await world.click('twijfel-artikel', why?.data ?? {}, on('calvijn'));
    expect(article[0]).toMatchObject({ kind: 'replace', screen: { name: 'article' } });
    const back = button(article, 'Terug');
    expect(text(await world.click(back.verb, back.data, on('calvijn')))).toContain('Wat wil je doen?');
  });

  test('begins at "stop, and call" where a discussion derails', async () => {
    const replies = await createWorld().click('twijfel', { begin: 'ontsporing' }, on('aeres'));
    expect(text(replies)).toContain('marketing en communicatie');
    expect(text(replies)).toContain('Reageer nu niet meer.');
  });

  test('refuses what was made up and begins again', async () => {
    for (const stand of ['', 'xxxxxxxx.werk', '../../etc', '3f2a91bc.werk.beeld']) {
      const replies = await createWorld().click('twijfel-kies', { stand, keuze: 'constructor' }, on('gsv'));
      expect(button(replies, 'Begin opnieuw').verb).toBe('twijfel');
    }
  });

  test('says nothing where others read along', async () => {
    const where = { ...on('gsv'), privacy: 'public' } as const;
    const replies = await createWorld().tell({ kind: 'command', name: 'twijfel', argument: '' }, where);
    expect(text(replies)).toContain('privébericht');
    expect(buttons(replies)).toEqual([]);
  });

  test('shows telephone numbers to people of the organisation only', async () => {
    const replies = await createWorld().click('twijfel', { begin: 'ontsporing' }, on('calvijn'));
    expect(text(replies)).not.toContain('Bel ');
  });
});
