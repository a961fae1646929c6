import { anyOf } from './any-of.ts';

/**
 * An adult from outside who seeks a child, where no word says so by itself: "onbekende man wil afspreken met een leerling". Each
 * sign is looked for once, so that a hostile text costs no more than a long one. Who works at the school is another matter:
 * `protocols/reports/conduct.yaml`, which leads to a question and never to a verdict.
 */

const minor = anyOf(String.raw`
  \w*leerling\w* | kind | kinderen | kids? | meisjes? | jongens? | meid | student\w* | klasgenoot\w* | brugklasser\w*
  brugpieper | scholier\w* | pubers? | pupils? | kleuters? | groep [1-8] | child | girl | boy
`);
const stranger = anyOf(String.raw`
  (?:wildvreemde|vreemde|onbekende|volwassen|oudere|enge|strange|unknown|older|adult) (?:man|mannen|vrouw|kerel|vent|gast|persoon|iemand|figuur|guy|stranger)
  volwassene | pedo\w* | loverboy\w* | groom\w* | kinderlokker
`);
const seeks = anyOf(String.raw`
  afsprek\w* | spreek\w* af | afgesproken | ontmoet\w* | benader\w* | app | appt | stuur\w* | gestuurd | foto\w*
  vraagt | vroeg | cadeau\w* | contact | chat\w* | webcam | snap\w* | roblox | fortnite | meet | meegaan | mee te gaan
`);

/** Whether a text may tell of it; it is words in small letters, a space between. */
export const mayTellGrooming = (text: string): boolean => stranger.test(text) && minor.test(text) && seeks.test(text);
