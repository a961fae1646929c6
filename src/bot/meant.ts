import { words } from '../answer/text/words.ts';
import type { doubtCommands } from './cases/cases.ts';

/** A longer text tells or asks something, also when it names a report on the way. */
const MOST_WORDS = 16;

/** Words that change nothing about what is wanted. */
const filling = new Set(
  'aub alsjeblieft dan dus eens eigenlijk en even gewoon graag hallo he hey hier hoi nou nu ook please precies toch hi hello'.split(
    ' ',
  ),
);

const MINE = '((mijn|mn|onze|me|m|my|our) (\\w+ )?{what}|(de|het|een|die|welke) {what} (die|dat|heb) (ik|we|wij)\\b.*)';
const DONE =
  '(aangekomen|afgehandeld|afgerond|al|beantwoord|behandeld|bekeken|binnen|gelezen|gelukt|gesloten|gezien|nog|ontvangen|opgepakt|verwerkt)';
const CHANGE =
  '(aanpassen|aanvullen|annuleren|bekijken|inzien|intrekken|openen|opvragen|teruglezen|terugtrekken|terugvinden|terugzien|verwijderen|vinden|volgen|wijzigen|zien)';

/** How somebody asks after what they sent before; `{mine}` is what they call it. */
const after = [
  '(waar|where) (is|are|zijn|staat|staan|blijft|blijven|bleef) {mine}( .*)?',
  '(waar|hoe) (vind|zie|bekijk|open|volg|lees|trek|haal|wijzig|verwijder|annuleer|vul|pas) (ik|je|we) {mine}( \\w+)?',
  '(waar|hoe|kan|kun|mag|ik|we|laat) (\\w+ ){0,3}{mine} (\\w+ )?{change}( \\w+)?',
  '(hoe|hoever) (\\w+ ){0,3}(met|is|zijn) {mine}( .*)?',
  '(status|overzicht|voortgang|stand)( van zaken)? (van|of) {mine}',
  '(wat|what) (is|are|was|gebeurt|gebeurde|happened|happens) (\\w+ ){0,4}{mine}( gebeurd| gedaan)?',
  '(is|zijn|heeft|hebben|wordt|worden|has|did) (\\w+ ){0,4}{mine} (\\w+ )*{done}( \\w+)*',
  '(is|zijn|heeft|hebben|wordt|worden) (\\w+ ){0,3}{done} (\\w+ ){0,3}{mine}( \\w+)*',
  '(wanneer|krijg|hoor) (\\w+ ){1,5}(over|op|van) {mine}',
  '(toon|bekijk|show|see|intrekken van|trek) {mine}( in)?',
];

const asksAfter = (what: string) =>
  new RegExp(
    `^(${after.join('|')})$`
      .replaceAll('{mine}', MINE)
      .replaceAll('{what}', what)
      .replaceAll('{done}', DONE)
      .replaceAll('{change}', CHANGE),
  );

const REPORT = '(een |n |a )?(nieuwe |new )?(melding|report)';
const SOMETHING = '(iets|dit|dat|wat|something|een incident|een voorval|an incident)';
const begins = new RegExp(
  `^(${[
    `(hoe|waar) (maak|doe|start|begin|stuur|verstuur|dien|schrijf|open) (ik|je|we) ${REPORT}( in)?`,
    `(hoe|waar) (kan|moet|kun|mag) (ik|je|we) (${REPORT} (maken|doen|starten|beginnen|indienen|sturen|versturen)|${SOMETHING} melden)`,
    `(hoe|waar) meld (ik|je|we) ${SOMETHING}`,
    `(ik|we) (wil|wilde|willen|zou|moet) (${REPORT} (willen )?(maken|doen|indienen)|${SOMETHING} (willen )?melden)`,
    `${REPORT} (maken|doen|indienen|starten)|${SOMETHING} melden|(het |een )?meldformulier|waar (vind ik|is|staat) het meldformulier`,
    `how (do|can|should) (i|we) ((make|file|submit|send) ${REPORT}|report ${SOMETHING})`,
    `(i|we) (want|need|would like) to ((make|file|submit) ${REPORT}|report ${SOMETHING})`,
  ].join('|')})$`,
);

/** What each command is also called by who does not know it, the first that fits. */
const meanings: readonly (readonly [(typeof doubtCommands)[number], RegExp])[] = [
  ['meld', begins],
  ['mijn meldingen', asksAfter('(melding|meldingen|meldinkje|reports?)')],
  ['mijn vragen', asksAfter('(vraag|vragen|vraagje|twijfel|twijfels|questions?)')],
  [
    'openstaand',
    /^(wat|welke \w+) (staat|staan|wacht|wachten|ligt|liggen) (er |nog |allemaal )*(voor|op|bij) mij( nog)?( open| te wachten| klaar)?$/,
  ],
];

/** The command about cases that a sentence asks for ("waar is mijn melding?" is `mijn meldingen`), if it asks for nothing else. */
export function commandMeant(text: string): (typeof doubtCommands)[number] | undefined {
  const all = words(text);
  if (all.length > MOST_WORDS) return undefined;
  const said = all.filter((word) => !filling.has(word)).join(' ');
  return meanings.find(([, pattern]) => pattern.test(said))?.[0];
}
