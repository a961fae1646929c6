import { describe, expect, test } from 'vitest';
import { checkCard } from '../../src/cards/elements.ts';
import { begin } from '../../src/doubt/engine.ts';
import { positionScreen, type Shown, stoppedScreen } from '../../src/doubt/screens.ts';
import { positionsOf, protocolOf, reached, walkOf, walks, walkThrough } from './walks.ts';

const ask = { title: 'Vraag het aan de afdeling marketing en communicatie', verb: 'twijfel-vraag', data: {} };
const shownAt = (id: string, more: Partial<Shown> = {}): Shown => ({
  protocol: protocolOf(id),
  phones: {},
  steps: [ask],
  ...more,
});

const textOf = (id: string, choices: string, more: Partial<Shown> = {}) => {
  const screen = positionScreen(walkThrough(walkOf(id), choices.split(' ').filter(Boolean)), shownAt(id, more));
  return JSON.stringify(screen.card.body);
};

describe.each([...walks.keys()])('every card of %s', (id) => {
  const drawn = positionsOf(walkOf(id)).map((position) => ({
    position,
    screen: positionScreen(position, shownAt(id, { functie: 'docent' })),
  }));

  test('is one that every client takes, with all its places filled', () => {
    for (const { screen } of drawn) {
      expect(() => checkCard(screen.card)).not.toThrow();
      expect(JSON.stringify(screen.card)).not.toMatch(/\$\{|\{school\}|\{functie\}|undefined/);
    }
  });

  test('can be stopped, and gone back from but at the start', () => {
    for (const { position, screen } of drawn) {
      const text = JSON.stringify(screen.card.body);
      expect(text).toContain('"verb":"twijfel-stop"');
      expect(text.includes('"verb":"twijfel-terug"')).toBe(position.answered.length > 0);
    }
  });

  test('shows each article it rests on a click away, with the way back', () => {
    for (const { position, screen } of drawn) {
      const cited = position.kind === 'question' ? position.question.why : position.advice.articles;
      const text = JSON.stringify(screen.card.body);
      for (const article of cited)
        expect(text).toContain(`"data":{"stand":"${position.state}","artikel":"${article}"}`);
    }
  });
});

describe('a question', () => {
  test('says what was answered so far', () => {
    expect(textOf('calvijn', 'werk discussie')).toContain(
      'Tot nu toe: Iets plaatsen of sturen voor mijn werk · Een reactie',
    );
    expect(textOf('calvijn', '')).not.toContain('Tot nu toe');
  });

  test('has a button for each option that carries the state', () => {
    const here = reached(begin(walkOf('aeres')));
    expect(textOf('aeres', '')).toContain(`"data":{"stand":"${here.state}","keuze":"beeld"}`);
  });
});

describe('an advice', () => {
  test('fills the function, and leaves it to be filled where it is not known', () => {
    const way = 'werk discussie nee nee nee ja';
    expect(textOf('model', way, { functie: 'docent Duits' })).toContain('als docent Duits.');
    expect(textOf('model', way)).toContain('als [je functie].');
  });

  test('says when the protocol names nobody, and only then', () => {
    expect(textOf('gsv', 'tekst nee weet-niet')).toContain('Dit protocol zegt niet aan wie je het vraagt');
    expect(textOf('gsv', 'tekst nee weet-niet')).toContain(
      'Je kunt wel terecht bij de afdelingscoördinator of de directeur (Afspraken, punt 6).',
    );
    expect(textOf('msvr', 'ontspoort ja')).toContain('Je kunt wel meteen terecht bij je leidinggevende');
    expect(textOf('aeres', 'tekst nee misschien')).not.toContain('zegt niet');
    expect(textOf('aeres', 'tekst nee misschien')).toMatch(
      /Leg het voor aan je leidinggevende of .*\(1\.4, punt 4\)\./,
    );
  });

  test('tells who the directie is', () => {
    expect(textOf('calvijn', 'prive tekst weet-niet')).toContain(
      'Dat kan zijn: je onderwijsteamleider, de vestigingsdirecteur of de algemene directie (Begripsverheldering, punt 2).',
    );
  });

  test('shows the phone number of the contact when a discussion derails, and of nobody else', () => {
    const phones = { 'marketing en communicatie': '088 111 22 33', directeur: '088 999 99 99' };
    const text = textOf('aeres', 'ontspoort', { phones });
    expect(text).toContain('Neem meteen contact op met de afdeling marketing en communicatie');
    expect(text).toContain('088 111 22 33');
    expect(text).not.toContain('088 999 99 99');
    expect(text).toMatch(/Reageer nu niet meer.*Bewaar de link/);
    expect(textOf('aeres', 'tekst nee misschien', { phones })).not.toMatch(/088|Doe nu dit/);
  });

  test('shows further buttons first', () => {
    expect(textOf('calvijn', 'werk beeld ja')).toMatch(/twijfel-vraag.*twijfel-terug.*twijfel-stop/);
  });
});

test('a refused click offers to begin again', () => {
  const screen = positionScreen({ kind: 'refused', why: 'changed' }, shownAt('calvijn'));
  expect(screen.summary).toContain('veranderd');
  expect(JSON.stringify(screen.card.body)).toContain('"verb":"twijfel"');
  expect(() => checkCard(stoppedScreen().card)).not.toThrow();
});
