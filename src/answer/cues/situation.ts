import type { Situation } from '../../protocol/schema.ts';
import { anyOf } from './any-of.ts';

/**
 * Work or private, when the words say so. Where something is posted says most: on an account of the school it is work, on
 * one's own it is private, whatever it is about ("een filmpje van de open avond voor het schoolaccount" is work).
 */
export function situationOf(words: readonly string[]): Situation | undefined {
  const text = words.join(' ');
  const school = ofSchool.test(text);
  if (ofMine.test(text) || offWork.test(text)) return school && !plainlyPrivate.test(text) ? undefined : 'prive';
  if (school || atWork.test(text)) return 'werk';
  return atHome.test(text.replace(eveningAtSchool, ' ')) ? 'prive' : undefined;
}

const PLACE =
  '(account|accountje|profiel|pagina|paginas?|kanaal|tijdlijn|feed|story|storytje|insta|instagram|ig|facebook|fb|linkedin|twitter|x|tiktok|snap|snapchat|youtube|youtubekanaal|blog|blogje|vlog|column|podcast|site|website|stream|threads|bluesky|mastodon|reddit|strava|facebookpagina|instapagina|page)';

/** Words that the school has accounts by. */
const ofSchool = anyOf(String.raw`
  school(account|accounts|pagina|site|website|app|insta|instagram|facebook|fb|tiktok|twitter|linkedin|kanaal|krant|nieuws)
  nieuwsbrief | klassen?app | (klassen|werk|team|sectie|opleidings|afdelings)ac?count | (klassen|team)insta | ouderapp
  ouderportaal | mentorapp | parro | namens (de |onze |mijn )?(school|opleiding|stichting|ons|team|sectie)
  (ons|onze|t|het|de) (officiele |eigen )?(school )?(account|pagina|kanaal|insta|instagram|facebook|fb|facebookpagina|instapagina|linkedin|tiktok|website|site) (van (de |onze |het )?(school|opleiding|ons|team|sectie|stichting|klas))
  (ons|onze|our) (eigen |school )?${PLACE}
  \w*(site|pagina|account|accounts|kanaal|kanalen|insta|instagram|facebook|socials) (van|voor) (de |het |mijn |onze )?(school|opleiding|klas|vestiging|locatie|stichting|team|sectie|ons)
`);

const atWork = anyOf(`
  voor (mijn|het|m n) werk | voor (de )?school
  tijdens (het |mijn )?(werk|werktijd|les|lessen|lesuur|schooltijd|pauze|dienst)
  onder (werktijd|schooltijd|lestijd|de les) | op (het|mijn) werk | op kantoor | in mijn functie | beroepsmatig
  zakelijk | for work | at work
`);

const plainlyPrivate = /\b(prive\w*|privately|private|(buiten|na) (het |mijn )?(werk|werktijd|schooltijd))\b/;

/** A place of one's own. */
const ofMine = anyOf(String.raw`
  prive\w* | private | privately | personal account | persoonlijke? ${PLACE}
  (mijn|m|my|me) (eigen |own |open |besloten |openbare |prive )?${PLACE} | eigen ${PLACE}
`);

const offWork =
  /\b((buiten|na) (het |mijn |m n )?(werk|werktijd|werktijden|werkuren|schooltijd|school|lestijd)|vrije tijd|vrijetijd|eigen tijd)\b/;

const atHome = /\b(thuis|eigen|vrije|avond|savonds|weekend|vakantie|hobby|op de bank|at home)\b/;

/** Evenings that belong to school. */
const eveningAtSchool = /\b(open|info|thema|kennismakings|ouder|voorlichtings|diploma) ?avond\b/g;
