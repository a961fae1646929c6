import type { LawCase } from '../protocol/knowledge.ts';

/**
 * Who comes too near to whom, where no word says so by itself: "een docent appt een leerlinge dat ze mooi is". Each sign is
 * looked for once, from the left, so that a hostile text costs no more than a long one.
 */

const sign = (...words: readonly string[]): RegExp => new RegExp(`\\b(?:${words.join('|')})\\b`);

const worker = sign(
  'collega|\\w*docente?|\\w*leraar|\\w*lerares|juf|juffrouw|meester|leerkracht|medewerker|mentor|stagiaire?|conci\\w+',
  'teamleider|directeur|coach|trainer|onderwijsassistente?|begeleider|instructeur|teacher|colleague',
);
const minor = sign(
  '\\w*leerling\\w*|kind|kinderen|kids?|meisjes?|jongens?|meid|student\\w*|klasgenoot\\w*|brugklasser\\w*|brugpieper',
  'scholier\\w*|pubers?|pupils?|kleuters?|groep [1-8]|child|girl|boy',
);
const flirts = sign(
  'flirt\\w*|kusjes|hartjes|kushandje|knipoog\\w*|versier\\w*|aantrekkelijk|sexy|lekker ding|mooie (?:ogen|meid|jongen)',
  '(?:zo |heel |erg )?mooi (?:is|bent|vindt)|(?:wil|wilde|wou|gaat|ging) (?:\\w+ ){0,3}afspreken|een date|daten|uit eten',
);
/** To one pupil, where nobody else sees it. */
const alone = sign('prive\\w*|stiekem|s (?:avonds|nachts)|snaps?|snapchat|dms?');
const writes = sign('app|appt|appte|appjes?|stuurt|stuurde|sturen|berichtjes?|berichten|chat|chat(?:te|ten)');
/** A pupil who tells of it, or to whom it came. */
const tells = sign('vertel\\w*|zegt|zei|liet|laat|krijgt|kreeg|ontving|says|told');

const stranger = sign(
  '(?:wildvreemde|vreemde|onbekende|volwassen|oudere|enge|strange|unknown|older|adult) (?:man|mannen|vrouw|kerel|vent|gast|persoon|iemand|figuur|guy|stranger)',
  'volwassene|pedo\\w*|loverboy\\w*|groom\\w*|kinderlokker',
);
const seeks = sign(
  'afsprek\\w*|spreek\\w* af|afgesproken|ontmoet\\w*|benader\\w*|app|appt|stuur\\w*|gestuurd|foto\\w*|vraagt|vroeg|cadeau\\w*',
  'contact|chat\\w*|webcam|snap\\w*|roblox|fortnite|meet|meegaan|mee te gaan',
);

/** The cases of the law that a text touches by who seeks whom; `text` is words in small letters, a space between. */
export function approachesIn(text: string): LawCase[] {
  return [...byWorker(text), ...byStranger(text)];
}

/** Who works at the school towards a pupil; not the pupil who writes to them, unless the pupil tells of it. */
function byWorker(text: string): LawCase[] {
  const [by, to] = [text.search(worker), text.search(minor)];
  if (by < 0 || to < 0) return [];
  const isTold = to < by && tells.test(text.slice(to, by));
  if (by > to && !isTold) return [];
  if (flirts.test(text)) return ['seksueel-door-personeel'];
  return by < to && writes.test(text.slice(by)) && alone.test(text.slice(by)) ? ['te-dichtbij'] : [];
}

function byStranger(text: string): LawCase[] {
  return stranger.test(text) && minor.test(text) && seeks.test(text) ? ['groomen'] : [];
}
