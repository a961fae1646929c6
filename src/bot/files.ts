import { textScreen } from '../cards/text.ts';
import type { Values } from '../conversation/event.ts';
import type { Screen } from '../conversation/reply.ts';

/**
 * What somebody hears who sent a picture or a file: it was not looked at, and what never to do with it. The same in a group: it
 * quotes nothing, and there the warning is needed most. The law behind it is "beelden-minderjarigen" in `protocols/wet.yaml`.
 */
export const fileAdvice = (): Screen =>
  textScreen({
    title: 'Ik bekijk geen foto’s of bestanden',
    text: [
      'Ik heb het niet geopend of bewaard; het staat alleen in deze chat. Beschrijf in woorden wat er te zien is.',
      NEVER,
    ].join('\n'),
    steps: [],
  });

const NEVER =
  'Is het een naaktfoto of seksueel beeld van iemand onder de 18? Stuur het niet door, bewaar het niet en maak geen kopie, ook niet om het te laten zien. Laat het apparaat zoals het is en bel de politie: 0900-8844. Bel 112 bij direct gevaar.';

/** The same above a form that was begun from somebody's message: `bestanden` says that there was a picture or file with it. */
export const fileLines = ({ bestanden }: Values): readonly string[] =>
  bestanden === undefined
    ? []
    : ['Foto’s en bestanden bij het bericht gaan niet mee: beschrijf in woorden wat er te zien is.', NEVER];
