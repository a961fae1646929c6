import { afterAll, expect, test } from 'vitest';
import { loadLibrary } from '../../src/protocol/load.ts';
import { chapterOf, contactsFor, openIn, type Protocol, withBlanks } from '../../src/protocol/protocol.ts';
import { folderOf, smallest } from '../fakes/content.ts';

const { folder, remove } = folderOf(smallest);
afterAll(remove);

function klein(): Protocol {
  const protocol = loadLibrary(folder).protocols.get('klein');
  if (protocol === undefined) throw new Error('klein is there');
  return protocol;
}

test('a school’s own words fill what a model leaves open, whatever was filled in before', () => {
  const once = withBlanks(klein(), { school: 'De "Ark"\\' });
  expect(once.byId.get('A.1')?.text).toBe('Vraag het aan je leidinggevende op De "Ark"\\.');
  expect(once.articles[0]).toBe(once.byId.get('A.1'));
  expect(once.chapters[0]?.articles[0]).toBe(once.articles[0]);
  const twice = withBlanks(once, { school: 'De Brug' });
  expect(twice.byId.get('A.1')?.text).toBe('Vraag het aan je leidinggevende op De Brug.');
  expect(withBlanks(twice, {}).byId.get('A.1')?.text).toBe('Vraag het aan je leidinggevende op de school.');
});

test('only places the file names are filled, and only once', () => {
  const filled = withBlanks(klein(), { school: '{school} en {constructor}' });
  expect(filled.byId.get('A.1')?.text).toBe('Vraag het aan je leidinggevende op {school} en {constructor}.');
  expect(openIn({ a: ['{een} en {twee}'], b: { c: '{drie' } })).toEqual(['een', 'twee']);
});

test('contacts are those of the case, for whom and when', () => {
  const protocol = klein();
  expect(contactsFor(protocol, { case: 'twijfel' })).toEqual([
    { case: 'twijfel', roles: ['leidinggevende'], order: 'keuze', article: 'A.1' },
  ]);
  expect(contactsFor(protocol, { case: 'twijfel', audience: 'medewerker', situation: 'prive' })).toHaveLength(1);
  expect(contactsFor(protocol, { case: 'twijfel', audience: 'leerling' })).toEqual([]);
  expect(contactsFor(protocol, { case: 'misstand' })).toEqual([]);
});

test('an article’s chapter', () => {
  expect(chapterOf(klein(), 'A.2')?.id).toBe('A');
  expect(chapterOf(klein(), 'Z.9')).toBeUndefined();
});
