import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openIn, withBlanks } from '../../src/protocol/protocol.ts';
import { audiences, forces } from '../../src/protocol/schema.ts';
import { library, protocolOf } from './library.ts';

/** The ids of every article of the five documents, in their order. */
const articles: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync('test/fixtures/articles.json', 'utf8'),
);

test('there are five, of 142 articles together', () => {
  expect([...library.protocols.keys()]).toEqual(['aeres', 'calvijn', 'gsv', 'model', 'msvr']);
  expect(Object.values(articles).flat()).toHaveLength(142);
});

describe.each(Object.keys(articles))('%s', (id) => {
  const protocol = protocolOf(id);

  test('has every article of the document and no other', () => {
    expect(protocol.articles.map((article) => article.id).sort()).toEqual([...(articles[id] ?? [])].sort());
  });

  test('gives each article a place of its own', () => {
    const places = protocol.articles.map((article) => article.place);
    expect(new Set(places).size).toBe(places.length);
  });

  test.each(protocol.articles)('$id says whom it binds, when and how, in few words and in all', (article) => {
    expect(article.audience.length).toBeGreaterThan(0);
    for (const each of article.audience) expect(audiences).toContain(each);
    expect(['werk', 'prive', 'beide']).toContain(article.situation);
    expect(forces).toContain(article.force);
    expect(article.title.length).toBeLessThanOrEqual(70);
    expect(article.short.length).toBeLessThanOrEqual(160);
    expect(article.short).toMatch(/[.!?]$/);
    expect(article.text.length).toBeGreaterThan(30);
    expect(article.topics.length).toBeGreaterThan(0);
    if (article.force === 'contact') expect(article.contacts).not.toEqual([]);
  });

  test('leaves nothing open', () => {
    const { file: _, ...shown } = protocol;
    expect(openIn({ ...shown, roles: [...shown.roles], byId: [] })).toEqual([]);
  });

  test('says what the document says around its articles', () => {
    expect(protocol.meta.preamble.length).toBeGreaterThan(100);
    expect(protocol.meta.scope.length).toBeGreaterThan(50);
  });
});

test('who adopted it, when and how, as precise as the document is', () => {
  const facts = (id: string) => {
    const { adoptedBy, date, version, sector } = protocolOf(id).meta;
    return { adoptedBy, date, version, sector };
  };
  expect(facts('calvijn')).toEqual({ adoptedBy: null, date: null, version: null, sector: 'vo' });
  expect(facts('model')).toEqual({ adoptedBy: 'het bestuur', date: null, version: null, sector: 'vo' });
  expect(facts('msvr')).toEqual({
    adoptedBy: 'het dagelijks bestuur',
    date: '2022-03-21',
    version: '1.0',
    sector: 'po',
  });
  expect(facts('gsv')).toEqual({ adoptedBy: null, date: null, version: null, sector: 'po' });
  expect(facts('aeres')).toMatchObject({ date: '2013-09-10', version: null, sector: 'mbo' });
  expect(facts('aeres').adoptedBy).toContain('algemeen directeur');
  expect(protocolOf('model').meta.medezeggenschap).toContain('(G)MR');
  expect(protocolOf('msvr').meta.medezeggenschap).toContain('GMR');
  expect(protocolOf('aeres').meta.cite).toBe('Protocol social media Aeres MBO');
});

test('the model becomes a school’s own', () => {
  const own = withBlanks(protocolOf('model'), { school: 'De Ark', bevoegdGezag: 'stichting Noach' });
  expect(own.meta.school).toBe('De Ark');
  expect(own.byId.get('S.7')?.text).toContain('De Ark');
  expect(own.byId.get('S.3')?.text).toContain('stichting Noach');
  expect(own.meta.preamble).toContain('een datum die de school nog invult');
  expect(protocolOf('model').meta.school).toBe('de school');
});

describe('the law', () => {
  test.each(library.law)('$id names its source and the day it was checked', ({ source, checked, text, sectors }) => {
    expect(source.length).toBeGreaterThan(10);
    expect(checked).toMatch(/^2026-\d{2}-\d{2}$/);
    expect(text.length).toBeGreaterThan(50);
    expect(sectors).not.toEqual([]);
  });

  test.each([
    [
      'meld-overleg-aangifteplicht',
      '0900-1113111',
      /niet genoeg[\s\S]*Geheimhouding[\s\S]*vertrouwensinspecteur[\s\S]*18 jaar/,
    ],
    ['vertrouwensinspecteur', '0900-1113111', /vertrouwensinspecteur/],
    ['toezichthouder', '0900-1113111', /raad van toezicht/],
    [
      'beelden-minderjarigen',
      '0900-8844',
      /nooit door[\s\S]*geen kopie[\s\S]*Laat het apparaat zoals het is[\s\S]*Offlimits/,
    ],
    ['offlimits', '020-2615275', /verwijderd/],
    ['datalek', undefined, /functionaris gegevensbescherming[\s\S]*72 uur/],
    ['noodnummer-112', '112', /112/],
    ['politie-0900-8844', '0900-8844', /0900-8844/],
    ['veilig-thuis', '0800-2000', /0800-2000/],
    ['luisterlijn-113', '0800-0113', /0800-0113/],
    ['klokkenluiders', undefined, /50 of meer[\s\S]*7 dagen[\s\S]*3 maanden/],
    ['bewaartermijn', undefined, /niet langer bewaard dan nodig[\s\S]*2 jaar/],
  ])('%s', (id, phone, says) => {
    const article = library.law.find((each) => each.id === id);
    expect(article?.phone).toBe(phone);
    expect(article?.text).toMatch(says);
  });

  test('is no more than these', () => expect(library.law).toHaveLength(13));
});
