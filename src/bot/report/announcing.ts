import { holderOf, type Track } from '../../handover/case.ts';
import type { Staff } from '../cases/staff.ts';
import { firstOf, type Plan } from './plan.ts';
import type { Outcomes } from './promise.ts';
import { articleWords, toWhomWords } from './words.ts';

/** What is said before a report is sent: who gets it and why, and what else the reporter should know. */

/** "Dit gaat naar Vestigingsdirecteur: hier meld je dit (B.6)." */
export function toWords(staff: Staff, { rehearsal }: Plan): string {
  if (rehearsal === undefined)
    return 'Ik heb niemand aan wie ik dit kan geven. Als je verstuurt, zeg ik wie je kunt bellen.';
  return `Dit gaat naar ${holderWords(staff, rehearsal)}.`;
}

/** The same while it is still asked whom it is about. */
export function toWordsAsked(staff: Staff, { none, any }: Outcomes): string {
  if (any !== undefined && firstOf(any) === firstOf(none)) return toWords(staff, none);
  if (any === undefined || any.rehearsal === undefined || none.rehearsal === undefined)
    return 'Wie dit krijgt, hangt af van je antwoord hieronder. Je ziet het voordat je melding weggaat.';
  return `Kies je hieronder nee, dan gaat dit naar ${holderWords(staff, none.rehearsal)}. Kies je ja, dan naar ${holderWords(staff, any.rehearsal)}.`;
}

function holderWords({ organisation, protocol }: Staff, track: Track): string {
  const holder = holderOf(track);
  return holder === undefined ? 'iemand' : toWhomWords(holder, organisation, protocol);
}

/** What the reporter should know besides, a sentence each. */
export function linesFor(staff: Staff, { report, route, rehearsal }: Plan): string[] {
  const beside = (rehearsal?.beside ?? []).map((track) => `Het gaat ook naar ${holderWords(staff, track)}.`);
  return [
    ...beside,
    ...(route.silent === undefined ? [] : [route.silent]),
    ...passedOverWords(staff, route.passedOver),
    ...route.call.map((line) => `Bel zelf ook: ${line}.`),
    'Wie je melding krijgt, leest wat je invulde. Anderen niet.',
    'Beheerders van dit platform kunnen zien dat je met mij praat.',
    `${report.nameWithheld ? 'Wie het krijgt, ziet niet wie je bent.' : 'Houd je hieronder je naam achter, dan ziet wie het krijgt niet wie je bent.'} Vraagt de wet om een melding of aangifte, dan gaat dat voor.`,
  ];
}

function passedOverWords({ protocol }: Staff, passedOver: Plan['route']['passedOver']): string[] {
  if (passedOver === undefined) return [];
  const { name, article } = passedOver;
  const place = article === undefined ? '' : ` (${articleWords(protocol.byId.get(article)?.place ?? article)})`;
  return [`Het protocol noemt hiervoor ${name}${place}. Die krijgt je melding niet.`];
}
