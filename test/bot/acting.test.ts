import { describe, expect, test } from 'vitest';
import { findLookup } from '../../src/answer/lookup/lookup.ts';
import { commands } from '../../src/bot.ts';
import { checkCard } from '../../src/cards/elements.ts';
import { typed } from '../../src/conversation/commands.ts';
import { buttonsIn as buttons } from '../fakes/buttons.ts';
import { protocolOf } from '../protocol/library.ts';
import { createWorld, everything, only, withSchools } from './world.ts';

const world = () => createWorld({ organisation: withSchools('calvijn') });

/** Typed as in any channel. */
const say = (text: string) => world().tell(typed(text, commands));

describe('a command', () => {
  test.each([
    ['help', 'help', 'hoofdstuk C'],
    ['protocol', 'protocol', 'Protocol Social Media'],
    ['artikel', 'protocol', 'Protocol Social Media'],
    ['hoofdstuk', 'protocol', 'Protocol Social Media'],
    ['artikel C.3', 'article', 'Weet je niet zeker of wat je publiceert'],
    ['Artikel c3.', 'article', 'Weet je niet zeker of wat je publiceert'],
    ['artikel 5', 'list', 'Welke bedoel je?'],
    ['artikel Z.9', 'text', 'geen artikel of hoofdstuk “artikel z.9”'],
    ['hoofdstuk B', 'list', 'Voor medewerkers algemeen'],
    ['hoofdstuk sancties', 'list', 'Sancties en gevolgen'],
    ['hoofdstuk Q', 'text', 'Die plaats ken ik niet'],
    ['zoek foto', 'list', 'Gevonden in het protocol'],
    ['zoek', 'text', 'Ik kan hier geen vraag in lezen'],
    ['school', 'choose', 'Op welke school werk je?'],
  ])('“%s” shows the screen %s', async (text, name, shown) => {
    const replies = await say(text);
    expect(only(replies)).toMatchObject({ kind: 'show', screen: { name } });
    expect(everything(replies)).toContain(shown);
    expect(() => checkCard(only(replies).screen.card)).not.toThrow();
  });

  test('that turns out to be a question is asked', async () => {
    const bot = world();
    for (const text of ['artikel over foto’s op Instagram', 'hoofdstuk van mijn boek plaatsen']) {
      await bot.tell(typed(text, commands));
      expect(bot.asked.at(-1)?.question).toBe(text);
    }
  });

  test('that a channel knows and the bot does not is asked as well', async () => {
    const bot = world();
    await bot.tell({ kind: 'command', name: 'meld', argument: 'iets' });
    expect(bot.asked.at(-1)?.question).toBe('meld iets');
  });

  test('help needs no school; the others ask for it', async () => {
    const bot = createWorld();
    expect(only(await bot.tell(typed('help', commands))).screen.name).toBe('help');
    for (const text of ['protocol', 'artikel C.3', 'hoofdstuk B', 'zoek foto', 'school']) {
      expect(only(await bot.tell(typed(text, commands))).screen.name).toBe('choose');
    }
  });

  test('every example in help works as it stands there', async () => {
    const lines = everything(await say('help')).matchAll(/"text":"((?:artikel|hoofdstuk|zoek|protocol|school)[^"]*)"/g);
    const examples = [...lines].map((match) => (match[1] ?? '').replaceAll('\\', ''));
    expect(examples.length).toBeGreaterThan(3);
    for (const text of examples) expect(typed(text, commands).kind).toBe('command');
  });
});

test.each(['calvijn', 'model', 'msvr', 'gsv', 'aeres'])('help names places that %s has', async (school) => {
  const bot = createWorld({ organisation: withSchools(school) });
  const replies = await bot.tell(typed('help', commands));
  const lines = [...everything(replies).matchAll(/"text":"([^"]*)","wrap":true,"weight":"Bolder"/g)].map(
    (m) => m[1] ?? '',
  );
  const places = lines.filter((line) => /\d|hoofdstuk/.test(line));
  expect(places).toHaveLength(2);
  const [article, chapter] = places.map((place) => findLookup(protocolOf(school), place)?.what);
  expect([article, chapter]).toEqual(['article', 'chapter']);
});

describe('a click', () => {
  test.each([
    ['toon-artikel', { article: 'C.3' }, 'replace', 'article'],
    ['toon-artikel', { protocol: 'calvijn', article: 'C.3', answer: 'k' }, 'replace', 'article'],
    ['toon-artikel', { protocol: 'gsv', article: 'S' }, 'replace', 'article'],
    ['toon-hoofdstuk', { chapter: 'B' }, 'replace', 'list'],
    ['toon-hoofdstuk', { protocol: 'aeres', chapter: '1.4' }, 'replace', 'list'],
    ['toon-protocol', {}, 'show', 'protocol'],
    ['toon-protocol', { protocol: 'msvr' }, 'show', 'protocol'],
    ['help', {}, 'show', 'help'],
    ['vraag', { vraag: 'Mag dit?' }, 'show', 'text'],
  ])('%s %j', async (verb, data, kind, name) => {
    const replies = await world().click(verb, data);
    expect(only(replies)).toMatchObject({ kind, screen: { name } });
    expect(() => checkCard(only(replies).screen.card)).not.toThrow();
  });

  test.each([
    ['toon-artikel', {}],
    ['toon-artikel', { article: 'Z.9' }],
    ['toon-artikel', { article: '__proto__' }],
    ['toon-artikel', { protocol: 'gsv', article: 'E.6' }],
    ['toon-hoofdstuk', {}],
    ['toon-hoofdstuk', { chapter: '../../etc' }],
    ['verwijder-alles', { article: 'C.3' }],
    ['', {}],
    ['constructor', {}],
  ])('%s with %j, which nobody of us made, is told to do nothing', async (verb, data) => {
    const bot = world();
    expect(only(await bot.click(verb, data)).screen.summary).toContain('Die knop doet niets meer');
    expect(bot.failed).toEqual([]);
  });

  test.each(['toon-artikel', 'toon-hoofdstuk', 'toon-protocol'])(
    '%s of a protocol that does not exist asks for the school',
    async (verb) => {
      const data = { protocol: 'nergens', article: 'C.3', chapter: 'B' };
      expect(only(await world().click(verb, data)).screen.name).toBe('choose');
    },
  );

  test.each([{}, { vraag: '' }, { vraag: '  \n' }])('vraag without a question (%j) is friendly', async (data) => {
    const bot = world();
    expect(only(await bot.click('vraag', data)).screen.summary).toContain('Ik kan hier geen vraag in lezen');
    expect(bot.asked).toEqual([]);
  });

  test('a place that somebody made up is shown as letters, never read as markdown', async () => {
    const replies = await world().tell({ kind: 'command', name: 'artikel', argument: '**[x](https://kwaad)** 9' });
    const [, said] = only(replies).screen.card.body;
    expect(said).toMatchObject({ type: 'RichTextBlock', inlines: [{ type: 'TextRun' }] });
    expect(JSON.stringify(said)).toContain('[x](https://kwaad)');
  });

  test('a form of a card that no longer exists is told so', async () => {
    const replies = await world().tell({ kind: 'submit', verb: 'meld', values: { tekst: 'geheim' }, nonce: 'n' });
    expect(everything(replies)).toContain('Die knop doet niets meer');
    expect(everything(replies)).not.toContain('geheim');
  });
});

describe('every button of the protocol', () => {
  test.each(['calvijn', 'model', 'msvr', 'gsv', 'aeres'])(
    '%s: chapters, articles and their neighbours open',
    async (id) => {
      const bot = createWorld({ organisation: withSchools(id) });
      const seen = new Set<string>();
      const waiting = buttons(await bot.tell({ kind: 'command', name: 'protocol', argument: '' }));
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const key = JSON.stringify([next.verb, next.data]);
        if (seen.has(key)) continue;
        seen.add(key);
        const replies = await bot.click(next.verb, next.data);
        expect(everything(replies), key).not.toContain('Die knop doet niets meer');
        checkCard(only(replies).screen.card);
        waiting.push(...buttons(replies));
      }
      const articles = [...seen].filter((key) => key.includes('toon-artikel'));
      const { library } = await import('../protocol/library.ts');
      expect(articles).toHaveLength(library.protocols.get(id)?.articles.length ?? 0);
    },
  );
});
