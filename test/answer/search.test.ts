import { describe, expect, test } from 'vitest';
import { createSearch } from '../../src/answer/search.ts';
import { protocolOf } from '../protocol/library.ts';

const gsv = protocolOf('gsv');
const search = createSearch(gsv);
const ids = (sought: string) => search(sought).map((article) => article.id);

describe('zoek', () => {
  test.each([
    ['wachtwoord', 'W.1'],
    ['WACHTWOORDEN', 'W.1'],
    ['wachtwoort', 'W.1'],
    ['wachtw', 'W.1'],
    ['telefoon', 'A.7'],
    ['slotalinea', 'S'],
    ['de ouders om toestemming', 'P.4'],
  ])('%s finds %s', (sought, id) => expect(ids(sought).slice(0, 4)).toContain(id));

  test('a title counts for more than the text', () => {
    const [one, other] = gsv.articles;
    if (one === undefined || other === undefined) throw new Error('gsv has articles');
    const inText = { ...one, title: 'Iets anders', short: 'Kort.', text: 'Vlog, vlog en nog eens een vlog.' };
    const inTitle = {
      ...other,
      title: 'Een vlog maken',
      short: 'Kort.',
      text: 'Dat kan natuurlijk, als je het eerst vraagt.',
    };
    const byId = new Map([inText, inTitle].map((article) => [article.id, article]));
    const found = createSearch({ ...gsv, articles: [inText, inTitle], byId })('vlog');
    expect(found.map((article) => article.title)).toEqual(['Een vlog maken', 'Iets anders']);
  });

  test.each(['xyzzyq', 'de het een', '', '🤷', '???', '\0'])('“%s” finds nothing', (sought) => {
    expect(ids(sought)).toEqual([]);
  });

  test('gives ten at most, and reads no further than it must', () => {
    expect(ids('school sociale media leerlingen ouders foto')).toHaveLength(10);
    expect(ids(`${'x '.repeat(100)} wachtwoord`)).toEqual([]);
    expect(ids('school '.repeat(50_000)).length).toBeLessThanOrEqual(10);
  });
});
