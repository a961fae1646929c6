import type { Content } from '../../../src/answer/learn/taught.ts';
import { loadLibrary } from '../../../src/protocol/load.ts';
import { folderOf, smallest } from '../../fakes/content.ts';

/** Little enough to learn at once; a test changes one thing in it. */
const plain = {
  asks: ['Mag ik een foto van de klas plaatsen?', 'Waar deel ik een kiekje van een leerling?'],
  words: ['foto', 'klassenfoto'],
  not: ['Wie maakt de foto voor de schoolpas?'],
  synonyms: [['foto', 'kiekje', 'plaatje van een kind']],
  abbreviations: { vd: 'van de' },
  articleAsks: ['Wat als ik twijfel over een foto?'],
  text: 'Vraag het aan je leidinggevende op {school}.',
};

export function content(change: Partial<typeof plain> = {}): Content {
  const { asks, words, not, synonyms, abbreviations, articleAsks, text } = { ...plain, ...change };
  const topics = [
    { id: 'twijfel', name: 'twijfel', kind: 'doubt', asks: ['Mag dit wel?', 'Ik weet niet of dit kan'] },
    { id: 'foto', name: 'foto’s', kind: 'rule', asks, words, not },
    { id: 'wachtwoord', name: 'wachtwoorden', kind: 'rule', asks: ['Mag ik mijn wachtwoord delen met een invaller?'] },
  ];
  const files = folderOf({
    ...smallest,
    'klein.yaml': smallest['klein.yaml']
      .replace('text: Vraag het aan je leidinggevende op {school}.', `text: ${JSON.stringify(text)}`)
      .replace('topics: [twijfel]', `topics: [twijfel]\n        asks: ${JSON.stringify(articleAsks)}`),
    'lexicon.yaml': JSON.stringify({ synonyms, abbreviations }),
    'topics/een.yaml': JSON.stringify(topics),
  });
  try {
    return loadLibrary(files.folder);
  } finally {
    files.remove();
  }
}
