import type { LawCase } from '../../protocol/knowledge.ts';
import { anyOf } from './any-of.ts';

/** Phrases by which a text touches the law and that no single word gives away, the most urgent first. */

const SELF = '(zichzelf|mezelf|haarzelf|hemzelf|herself|himself)';

/** Who is told to have hit a child at school is not the parents: "moeder zegt dat ik haar kind geslagen heb". */
const atHome =
  /\b(thuis|vader|moeder)\b(?:(?!\b(ik|we|wij|juf|meester|leraar|leerkracht|docent|collega|school)\b).){0,40}\b(geslagen|slaat|mishandel)/;

const phrases: readonly { readonly case: LawCase; readonly pattern: RegExp }[] = [
  {
    case: 'gevaar',
    pattern: anyOf(String.raw`
      in elkaar (te )?(slaan|slaat|sloeg|trappen|timmeren|beuken|schoppen|geslagen|getrapt)
      (me|mij|hem|haar|je|jou|ons|jullie) (\w+ ){0,2}(opwachten|op te wachten|afmaken)
      dood ?(slaan|schieten|maken) | ik (steek|schiet|sla) (je|jou|hem|haar|jullie)
      van (het|een) dak (af )?(wil |gaat |te )?spring\w*
    `),
  },
  {
    case: 'strafbaar',
    pattern: anyOf(String.raw`
      dreig(tweet|bericht|app|mail|brief)\w* | dreigt (me|mij|hem|haar|ons|met)
      (weet|weten) (ik |we )?(waar (je|jij|u|ik|hij|zij|ze|we) woon\w*|(je|jou|me|mij|ons|hem|haar) te vinden)
    `),
  },
  {
    case: 'ongeluk',
    pattern: anyOf(String.raw`
      flauwgevallen | flauw gevallen | valt flauw | viel flauw | bewusteloos | buiten bewustzijn
      niet aanspreekbaar | reanim\w* | epilep\w* | hartstilstand | ademt niet | ademnood | kan niet ademen
      (?<!hart )bloedt | vinger eraf | allergische (reactie|shock) | anafyla\w* | van het dak gevallen
      van de trap gevallen | unconscious | bleeding | seizure | fainted
    `),
  },
  {
    case: 'suicide',
    pattern: anyOf(String.raw`
      niet (meer|langer) (te )?(wil |wilt |wou |wilde |willen |hoeft te |hoef te )?leven\w* | uit het leven stap\w*
      (een |n )?eind(e)? aan (zijn|haar|mijn|het|hun|zn|m n) leven\w* | een einde aan (maken|maakt)\w*
      (zichzelf|zich|mezelf|haarzelf|hemzelf|zelf) (iets|wat) aan( wil| wilde| gaat| te)? ?(doen|doet|deed)\w*
      (snij|snee|kras|verwond|beschadig|pijnig|cut|hurt)\w* (\w+ )?${SELF}\w*
      ${SELF} (\w+ )?(snij|gesneden|kras|verwond|pijn (doet|doen)|beschadig)\w* | zelfbeschadig\w*
      er niet (meer|langer) (wil|wilde|wou|hoeft te|hoef te|te willen|wil te) zijn\w*
      (wil|wilde|wou|liever|beter) ((hij|ze|zij|ik|je|echt|gewoon|liever) ){0,3}er niet (meer|langer) (te )?(zijn|is|was)\w*
      er (liever|beter) niet (meer )?(is|was|te zijn|zou zijn)\w* | niet meer wakker (wil |hoef |hoeft te )?word\w*
      dood (wil|wilde|wou|wilt|wilde zijn|wil zijn|te willen)\w*
      (wil|wilde|wou|wilt) (\w+ )?dood(?! (maken|slaan|schieten|hebben))\b | liever dood\w*
      geen (zin|reden) (meer )?(in|om) (het leven|te leven|verder te leven)\w* | het leven niet (meer )?zitten\w*
      voor de trein (wil |gaat )?(sprin|gooi)\w* | overdosis (pillen|paracetamol|medicijnen|slaap)\w*
      kill (him|her|my|them)sel\w+ | end (his|her|my|their) (own )?life\w* | self ?harm\w* | want(s|ed)? to die\w*
      doesnt want to live\w* | not want to live\w*
    `),
  },
  { case: 'gevaar', pattern: /\b(acuut|direct|onmiddellijk) (in )?gevaar\b/ },
  { case: 'thuis', pattern: atHome },
];

/** The cases that phrases tell of. @param text words in small letters, a space between */
export const lawCasesByPhrases = (text: string): LawCase[] =>
  phrases.filter(({ pattern }) => pattern.test(text)).map((each) => each.case);
