import { anyOf } from './any-of.ts';

/** Whether somebody tells of a discussion that gets heated, by the words that say so. */

/** Where people discuss: under something that was posted, or in a group that talks. */
const discussion = anyOf(String.raw`
  onder (\w+ ){1,4}?\w*(post|bericht|foto|fotos|filmpje|video|tweet|reel|story|blog|column|stuk|stukje|artikel|aankondiging|vacature|oproep)
  (gaf|geef|gaven) (ik|we|wij) (\w+ )?antwoord | onder (mijn|m n|mn|ons|onze)
  onder (het|de|een) \w*(album|reel|poll|post) | erop gereageerd | reagee?r\w* | reactie\w* | discuss\w* | gesprek
  draadje | reviews? | recensies | tijdlijn | pagina
  \w*(groeps|klassen|ouder|team|buurt|mentor|leerlingen)apps? | \w*chat | (plaatste|postte|zette|schreef|tweette) ik
  ik (plaatste|postte|zette|schreef|tweette) | (op|onder) (onze|mijn|mn) \w+ | appgroep | groepsgesprek
  mijn (\w+ )?(post|bericht|tweet|column|blog|story|filmpje) | onze (\w+ )?(post|pagina|insta|facebook)
  ons (\w+ )?(bericht|account|filmpje) | \w*account gaf ik
  (under|on|below|beneath) (my|our|the|a) (\w+ ){0,3}(post|posts|video|page|photo|picture|message|tweet|story|article)
  comments? | commenting | thread | discussion | my (post|tweet|reply|message|video)
  our (page|post|facebook|instagram) | chat | my wall | (posted|wrote|shared|tweeted)
`);

/** That it gets heated, or worse. */
const heated = anyOf(String.raw`
  uit de (hand|klauwen) | van kwaad tot erger
  (steeds|alsmaar|almaar|alleen maar|met de (minuut|dag)|met het uur) (\w+ )?(fell|grov|erg|gemen|vuil|persoonlijk|lelijk|hard|boz|grimmig|kwad)e?r\w*
  (wordt|word|worden) (\w+ )?(lelijk|grimmig|persoonlijk|vuil|gemeen|smerig|vijandig) | escal\w* | ontspo\w*
  ontploft | explodeer\w* | oorlog | \w*storm | heksenketel | volksgericht | hommeles | rel | ruzie\w* | welles nietes
  scheldpartij | kookt over
  in de haren | slaags | scheld(en|t) elkaar
  elkaar (\w+ ){0,4}(uit|verrot|af) ?(aan het )?(schelden|maken|gescholden|te branden)? | beledigen elkaar | vechten
  modder | moddergevecht | terug te \w+ | wind van voren | over me heen | over (mij|ons) heen
  me wat naar (het|mijn) hoofd
  (vallen|valt|viel\w*) (me|mij|ons) (\w+ ){0,5}aan | steeds meer (mensen|volk|ouders|leerlingen|studenten)
  (gaat|gaan) (\w+ )?(helemaal )?los | sneer\w* | toon (slaat|is|sloeg) om\w* | olie op het vuur
  hoog op(lopen|gelopen) | (loopt|lopen) (hoog )?op | haken aan | haalt er (steeds )?meer | erger gemaakt
  maakt het erger
  pil(e|es|ing) on | backfired | bl(ew|own|owing) up | explod\w*
  (getting|turn(s|ing|ed)|got|gets) (\w+ ){0,3}(nasty|ugly|heated|worse|mean|vicious|hostile|fight|personal)
  out of hand | shouting match | flame war | bad to worse
  elkaar | mekaar | each other | one another | bijval | egg\w* (him|her|them|me|on) | cheer\w* | baiting | stirring
  sides | partij | (lezen|leest|kijkt|kijken|lezen er \w+ \w+) mee | de hele (dag|avond|buurt) | niet te stuiten
  drek | kra(ak|ken) \w+ af | cynische?r? | sneren | (harde|boze) woorden | vuile was | meute | gemobiliseerd
  asociaal | viraal | benzine | screaming | back and forth | insult\w*
  veldslag | bloodbath | a war | (public )?row | feud | quarrel\w* | bicker\w* | ganging up | joining in | join in
  at each other | each other | hostile | vicious | volle laag | lijnrecht | bakkelei\w* | kibbel\w* | venijnig\w*
  boze (reacties|emoji\w*|mensen|ouders) | opgerakeld | verwijt\w* | te lijf | geruzie | arguing | argument
  having a go | going at (it|me|us|each) | attack\w* | trash(ing|ed) | slagging | picking a fight | fight(ing)?
  furious | shitstorm | calm (it|them|things|this) down
`);

/** Whether the words tell of people who discuss and of heat; either alone is a subject, or an argument of pupils in a corridor. */
export function quarrels(words: readonly string[]): boolean {
  const text = words.join(' ');
  return discussion.test(text) && heated.test(text);
}
