import { describe, expect, test } from 'vitest';
import { hesitation } from '../../../src/answer/cues/hesitation.ts';
import { words } from '../../../src/answer/text/words.ts';

describe('saying that one hesitates', () => {
  test.each([
    ['Ik twijfel of dit kan', 'posting'],
    ['Ben er niet uit of ik deze foto moet plaatsen', 'posting'],
    ['In mijn column gaat het over school, ik durf hem niet te publiceren', 'posting'],
    ['weet nt of dit slim is, ben niet zeker', 'posting'],
    ['Not sure whether I can post this', 'posting'],
    ['twijfel', 'posting'],
    ['weet niet of het handig is', 'posting'],
    ['ik weet niet of mijn verslag er wel op kan', 'posting'],
    ['Ik ben onzeker over mijn contract', 'something-else'],
    ['ik twijfel of ik morgen kom werken', 'something-else'],
    ['ik weet niet of ik naar de dokter moet', 'something-else'],
    ['Ik durf morgen niet voor de klas', undefined],
    ['Wie de Holocaust in twijfel trekt op Telegram', undefined],
    ['Software van twijfelachtige herkomst', undefined],
    ['Mag ik een foto plaatsen?', undefined],
    ['Het bericht is af, maar het zit me niet lekker', 'posting'],
    ['Een casus in een Facebookgroep, helemaal gerust ben ik er niet op', 'posting'],
    ['Een stukje kritiek voor de krant, ik aarzel zeer', 'posting'],
    ['Ik wik en weeg of dit filmpje eruit kan', 'posting'],
    ['De post is klaar en ik durf niet op verzenden te drukken', 'posting'],
    ['De post is klaar, maar ik wil een tweede mening', 'posting'],
    ["I can't decide whether to share this picture", 'posting'],
    ['Before I press send: is this caption too much?', 'posting'],
    ['De halve ouderraad leest mee op mijn pagina', undefined],
  ])('%s → %s', (text, expected) => expect(hesitation(words(text))).toBe(expected));
});
