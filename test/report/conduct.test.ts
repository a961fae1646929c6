import { describe, expect, test } from 'vitest';
import { asConduct, asksConduct } from '../../src/report/conduct.ts';
import { isMisconduct } from '../../src/report/law.ts';
import { told } from './kinds.sentences.ts';
import { report, reports } from './world.ts';

/** As staff tell it: mostly without a word of the law. */
const conduct = [
  'een docent vroeg een leerlinge om een foto in haar ondergoed',
  'mijn collega heeft iets met een meisje uit 5 havo',
  "de mentor appt 's avonds laat met een leerling dat ze zo mooi is",
  'een onderwijsassistent zoent met een leerling, dat staat op een foto',
  'een stagiair flirt via snapchat met meisjes uit de derde',
  'de trainer van school maakt opmerkingen over de borsten van leerlingen',
  'conciërge vraagt leerlinge of ze langskomt als zijn vrouw weg is',
  'een leraar geeft een jongen cadeautjes en vraagt of hij blijft slapen',
  'grensoverschrijdende appjes van een docent naar een leerling',
  'een leerling kreeg van de invaller een appje dat hij over haar droomt',
  'a teacher sends flirty messages to a fifteen year old',
  'meester raakt kinderen aan en zij praten daarover in de chat',
  'een docent schrijft een leerlinge hoe strak haar broek zit',
  'een docent stuurt haar hartjes en kusjes en ze is pas veertien en zijn leerling',
  'een coach appt een jongen van zestien dat hij hem lekker vindt',
  'de gymdocent heeft het met leerlingen steeds over hun lijf',
  "de gymleraar appt 's avonds met een leerlinge over haar lichaam",
  "een collega stuurt een leerling van 15 hartjes en vraagt om foto's in bikini",
  'er gaat een filmpje rond van een leraar die met een leerling ligt te vrijen',
  'de muziekdocent heeft een relatie met een meisje van 16',
  "een leerling liet zien dat ze naaktfoto's aan meneer had gestuurd",
  'een vrijwilliger van de bso vroeg een jongetje om een blote foto',
  'onze teamleider stuurt vieze berichtjes aan een leerlinge',
  'een meisje zegt dat de conciërge steeds aan haar zit',
  'ik hoorde van ouders dat de coach met hun dochter van 15 appt dat hij haar mist',
  'een stagebegeleider heeft een student van 17 mee naar een hotel gevraagd',
  'de decaan noemt een leerlinge schatje in de chat',
  'een docent heeft met een jongen uit 4 vwo afspraakjes',
  "meester stuurt een meisje uit groep 8 foto's van zichzelf in zwembroek",
  'mijn collega appt met een meisje uit 3V, hij noemt haar lieverd en vraagt of ze naar hem toe komt',
  'een stagiair vraagt een leerling op snap om alleen met hem te chatten',
  'een docent noemt een studente uit het eerste jaar lieverd',
];

/** Pupils and staff, and nobody comes too close. */
const others = [
  'een leerling scheldt een docent uit in de klassenapp',
  'een docent deelt een cijferlijst van een leerling',
  'mijn collega appt met leerlingen over huiswerk',
  'een leerling heeft mijn collega stiekem gefilmd',
  'de mentor heeft een leerling uit de groepsapp gezet',
  'een leraar heeft een relatie met een collega',
  'twee leerlingen sturen elkaar naaktfoto’s',
  'een ouder dreigt de conciërge iets aan te doen',
];

describe('a text that may tell of somebody of the school who comes too close', () => {
  test.each(conduct)('%s', (text) => expect(reports.mayTellConduct(text)).toBe(true));
  test.each(others)('not: %s', (text) => expect(reports.mayTellConduct(text)).toBe(false));
  test('not what is told of other kinds', () => {
    const rest = Object.entries(told).flatMap(([kind, texts]) => (kind === 'seksueel' ? [] : texts));
    expect(rest.filter(reports.mayTellConduct)).toEqual([]);
  });
});

const [text = ''] = conduct;

describe('whether it is asked', () => {
  const asks = (parts: Parameters<typeof report>[0]) =>
    asksConduct(report({ what: text, ...parts }), [], reports.mayTellConduct);
  test.each([
    ['the text may tell of it', {}, true],
    ['nobody knows whether it is a minor', { affectedMinor: 'weet-niet' }, true],
    ['nothing tells of it', { what: 'Er is iets.' }, false],
    ['the kind alone tells of it', { what: 'Er is iets.', kind: 'seksueel' }, true],
    ['the pupil is grown up', { affectedMinor: 'nee' }, false],
    ['a colleague is affected', { affected: 'medewerker' }, false],
    ['a pupil did it', { by: 'leerling' }, false],
    ['a pupil did it who also works here', { by: 'leerling', byWorksHere: 'ja' }, true],
    ['who did it does not work here', { byWorksHere: 'nee' }, false],
    ['it goes to the bestuur anyhow', { kind: 'seksueel', by: 'medewerker' }, false],
  ] as const)('%s: %s', (_, parts, asked) => expect(asks(parts)).toBe(asked));
});

test('with yes, or maybe, it is for the bestuur', () => {
  const answered = asConduct(report({ what: text }));
  expect(isMisconduct(answered, [])).toBe(true);
  expect(isMisconduct(report({ what: text }), [])).toBe(false);
});
