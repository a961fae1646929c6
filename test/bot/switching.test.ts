import { describe, expect, test } from 'vitest';
import { switchesTo } from '../../src/bot/switching.ts';

const earlier = (question: string, open?: 'audience' | 'situation' | 'subject') => ({
  key: 'k',
  question,
  ...(open === undefined ? {} : { open }),
});

describe('whom the question before is asked about now', () => {
  test.each([
    ['Mag ik onder werktijd op Facebook?', 'en een leerling?', 'leerling'],
    ['Mag ik onder werktijd op Facebook?', 'Geldt dat ook voor ouders?', 'ouder'],
    ['Mogen leerlingen in de les op Insta?', 'en ik zelf?', 'medewerker'],
    ['Welke straf kan een docent krijgen?', 'en als het een ouder is?', 'ouder'],
    ['Welke straffen zijn er?', 'en voor een collega?', 'medewerker'],
    // To whom something is done is not who does it.
    ['Mag ik filmen?', 'en met een leerling?', undefined],
    ['Mag ik filmen?', 'en van mijn collega?', undefined],
    // Either of two may be meant.
    ['Mag ik een leerling filmen?', 'en een ouder?', undefined],
    ['Welke straffen zijn er?', 'en voor een leerling of een ouder?', undefined],
    ['Welke straffen zijn er?', 'en op school?', undefined],
    ['Welke straffen zijn er?', 'een leerling filmt de les', undefined],
  ])('%s – %s → %s', (question, next, expected) => expect(switchesTo(next, earlier(question))).toBe(expected));

  test('a few words are an answer only where that was asked', () => {
    expect(switchesTo('een leerling', earlier('sancties?', 'audience'))).toBe('leerling');
    expect(switchesTo('over een collega', earlier('sancties?', 'audience'))).toBe('medewerker');
    expect(switchesTo('een leerling filmt de les', earlier('sancties?', 'audience'))).toBeUndefined();
    expect(switchesTo('een leerling', earlier('sancties?'))).toBeUndefined();
    expect(switchesTo('een leerling', earlier('sancties?', 'situation'))).toBeUndefined();
  });
});
