import type { Lack } from '../answer/lacking/lacking.ts';
import type { Tone } from '../cards/screens.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { type Pupil, pupilOf } from '../protocol/pupil.ts';
import type { Article, Audience, Force } from '../protocol/schema.ts';

/** How the bot says what a protocol's fields mean. All of it is read by staff: short, calm Dutch. */

/** The verdict on "mag ik …?", with the colour it is shown in. Articles that do not allow or forbid give none. */
export function verdict(force: Force): { readonly badge: string; readonly tone: Tone } {
  const verdicts: Partial<Record<Force, { badge: string; tone: Tone }>> = {
    mag: { badge: 'Mag', tone: 'good' },
    'mag-mits': { badge: 'Mag, mits …', tone: 'warning' },
    'mag-niet': { badge: 'Mag niet', tone: 'attention' },
  };
  return verdicts[force] ?? { badge: '', tone: 'neutral' };
}

const forces: Record<Force, string> = {
  mag: 'dit mag',
  'mag-mits': 'dit mag onder voorwaarden',
  'mag-niet': 'dit mag niet',
  moet: 'dit moet',
  advies: 'dit is een advies',
  gevolg: 'dit kan het gevolg zijn',
  contact: 'hier kun je terecht',
  uitleg: 'uitleg',
};

export function forceWords(force: Force): string {
  return forces[force];
}

/** "medewerkers, leerlingen en ouders" */
export function audienceWords(article: Article, { many }: Pupil): string {
  const people: Record<Audience, string> = { medewerker: 'medewerkers', leerling: many, ouder: 'ouders' };
  return listed(article.audience.map((each) => people[each]));
}

/** "een medewerker", and a pupil as the school calls one. */
export function audienceName(audience: Audience, { meta }: Pick<Protocol, 'meta'>): string {
  return `een ${audience === 'leerling' ? pupilOf(meta).one : audience}`;
}

export function situationWords(article: Article): string {
  const situations = { werk: 'tijdens het werk', prive: 'in privétijd', beide: 'tijdens het werk en privé' };
  return situations[article.situation];
}

/** "a, b en c", or with another last word. */
export function listed(parts: readonly string[], last = 'en'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the title of a choice or a button holds in Slack; the other platforms follow. */
const LONGEST_TITLE = 75;

/** A title that fits, cut between two words and visibly so. */
export function fittingTitle(text: string): string {
  if (text.length <= LONGEST_TITLE) return text;
  const room = text.slice(0, LONGEST_TITLE - 1);
  const end = room.lastIndexOf(' ');
  return `${(end > LONGEST_TITLE / 2 ? room.slice(0, end) : room.slice(0, -1)).toWellFormed()} …`;
}

const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** "2013-09-10" → "10 september 2013"; a year or a month alone stays as precise as it is. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-');
  return [
    day === undefined ? '' : String(Number(day)),
    month === undefined ? '' : (months[Number(month) - 1] ?? ''),
    year,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The subject is in the protocol; what was asked about it is not. */
export function withoutAnswer(lacks: Lack): string {
  return `Het protocol gaat hier wel over, maar ${unsaid[lacks]}.`;
}

const unsaid: Readonly<Record<Lack, string>> = {
  age: 'noemt geen leeftijd',
  time: 'zegt niet hoe lang of hoe vaak',
  count: 'noemt geen aantal of bedrag',
  name: 'noemt geen namen',
  address: 'noemt geen nummer, adres of code',
  form: 'noemt geen formulier of voorbeeld',
  body: 'noemt geen commissie of loket',
  insurance: 'zegt niets over een verzekering',
  money: 'zegt niets over geld of een abonnement',
  tool: 'noemt geen programma of apparaat',
  meeting: 'noemt geen training of bijeenkomst',
  material: 'noemt geen lesmateriaal',
  firm: 'noemt geen bedrijf of deskundige',
  look: 'zegt niet hoe het eruit moet zien',
  place: 'zegt niet waar je dat vindt',
};
