import { helpScreen } from '../cards/help.ts';
import type { Step } from '../cards/screens.ts';
import { textScreen } from '../cards/text.ts';
import { welcomeScreen } from '../cards/welcome.ts';
import type { Screen } from '../conversation/reply.ts';
import type { Protocol } from '../protocol/protocol.ts';

/** The screens whose words never change. */

const examples: readonly Step[] = [
  'Mag ik een klassenfoto op Instagram zetten?',
  'Een ouder wil vrienden worden op Facebook, en nu?',
  'Wat gebeurt er als een collega zich niet aan de regels houdt?',
].map((question) => ({ title: question, verb: 'vraag', data: { vraag: question } }));

type Line = { readonly title: string; readonly text: string };

const forStaff: readonly Line[] = [
  { title: 'twijfel', text: 'Loop samen na of je iets kunt plaatsen, en leg het zo nodig voor.' },
  { title: 'mijn vragen', text: 'Laat zien wat je vroeg en hoe het ervoor staat.' },
  { title: 'meld', text: 'Meld iets dat online gebeurde, bij wie erover gaat.' },
  { title: 'mijn meldingen', text: 'Laat zien wat je meldde en hoe het ervoor staat.' },
  { title: 'openstaand', text: 'Laat zien wat op jou wacht.' },
];

const forOwner: Line = {
  title: 'vragen zonder antwoord',
  text: 'Laat zien wat het protocol open laat. Dat zie jij omdat je het beheert.',
};

export type Helped = {
  readonly staff: boolean;
  /** Whose places stand in the examples; without one they are left out. */
  readonly school: Protocol | undefined;
  /** Whether they see what the protocol left open. */
  readonly owner: boolean;
  /** What is kept of their questions; undefined where nothing is. */
  readonly kept: string | undefined;
};

/** What you can ask here. */
export function help({ staff, school, owner, kept }: Helped): Screen {
  return helpScreen({
    lines: [
      { title: 'Stel je vraag', text: 'Gewoon in je eigen woorden. Ik antwoord met de plaats in het protocol.' },
      ...(staff ? [] : [{ title: 'twijfel', text: 'Loopt met je na of je iets kunt plaatsen.' }]),
      ...(school === undefined ? [] : places(school)),
      { title: 'zoek toestemming', text: 'Zoekt een woord in het protocol.' },
      { title: 'protocol', text: 'Laat zien waar het protocol over gaat en wie het vaststelde.' },
      ...(staff ? forStaff : [{ title: 'school', text: 'Kies een andere school.' }]),
      ...(owner ? [forOwner] : []),
      ...(kept === undefined
        ? []
        : [{ title: 'Wat ik bewaar', text: `${FORGOTTEN} ${kept} Een melding of een twijfel nooit.` }]),
    ],
    examples,
  });
}

/** A place and a chapter that this school's protocol has, as its staff would name them. */
function places(school: Protocol): Line[] {
  const [first] = school.chapters.filter(({ articles }) => articles.some(({ force }) => force === 'contact'));
  const chapter = first ?? school.chapters[0];
  const article = chapter?.articles.find(({ force }) => force === 'contact') ?? chapter?.articles[0];
  if (chapter === undefined || article === undefined) return [];
  const numbered = /^\p{L}?[\d.]+$/u.test(article.place);
  const [group, point] = article.place.split(',');
  const called = point !== undefined ? group : numbered ? chapter.id : chapter.title;
  return [
    { title: numbered ? `artikel ${article.place}` : article.place, text: 'Laat die plaats helemaal zien.' },
    { title: `hoofdstuk ${called}`, text: 'Laat een hoofdstuk zien.' },
  ];
}

/** Who is greeted: somebody of the organisation file or not, alone or where others read along. */
export type Greeted = 'staff' | 'stranger' | 'public';

const ASK = 'ik antwoord uit het protocol van je school, met de plaats erbij.';
const FORGOTTEN = 'Wie wat vraagt, vergeet ik binnen acht uur.';

/** What the bot does, and what it keeps. */
const greetings: Readonly<Record<Greeted, readonly string[]>> = {
  staff: [
    `Vraag me wat mag op sociale media: ${ASK}`,
    'Twijfel je over een bericht, of is er iets gebeurd? Typ “twijfel” of “meld”. Je ziet vooraf wie het krijgt.',
    `${FORGOTTEN} Wat je voorlegt of meldt, bewaar ik versleuteld, voor wie erover gaat.`,
  ],
  stranger: [
    `Vraag me wat mag op sociale media: ${ASK}`,
    'Staat iets er niet in, dan zeg ik dat ook, en wie het weet.',
    FORGOTTEN,
  ],
  public: [
    `Noem me met een vraag over sociale media: ${ASK}`,
    'Over een twijfel of iets dat gebeurde, praat je met mij alleen: nooit hier, waar anderen meelezen.',
    `Ik lees alleen wat tegen mij wordt gezegd. ${FORGOTTEN}`,
  ],
};

/**
 * The first thing somebody sees, in three lines.
 * @param school as it is called there, '' while it is not known
 * @param kept what is kept of their questions, as the last line says it; undefined where nothing is
 */
export function welcome(school: string, greeted: Greeted, kept: string | undefined): Screen {
  const lines = greetings[greeted].map((line) =>
    kept === undefined ? line : line.replace(FORGOTTEN, `${FORGOTTEN} ${kept}`),
  );
  return welcomeScreen({ school, lines, examples });
}

/** In a channel or a group, about something that is not for others to read. Quotes nothing and names nobody. */
export function notHere(): Screen {
  return textScreen({
    title: '',
    text: 'Dit bespreek ik liever niet hier, waar anderen meelezen. Stuur me een privébericht, dan help ik je verder.',
    steps: [],
  });
}

/** Whether a screen is that one: a channel that can write to the person first goes on there. */
export const isNotHere = ({ summary }: Screen): boolean => summary === notHere().summary;

/** For a school's own protocol that has no walk yet. */
export function noWalk(): Screen {
  return textScreen({
    title: '',
    text: 'Voor jouw protocol heb ik nog geen vragen om een twijfel door te lopen. Typ je twijfel, dan zoek ik wie je kunt vragen.',
    steps: [],
  });
}

export function empty(): Screen {
  return textScreen({
    title: '',
    text: 'Ik kan hier geen vraag in lezen. Typ in een paar woorden wat je wilt weten, bijvoorbeeld: “mag ik een klassenfoto plaatsen?”',
    steps: [],
  });
}

export function forgotten(): Screen {
  return textScreen({
    title: '',
    text: 'Ik weet niet meer welke vraag hierbij hoort. Stel je vraag nog een keer, dan kijk ik opnieuw.',
    steps: [],
  });
}

/** On the page the school is chosen beside the conversation, not in it. */
export function schoolOnPage(): Screen {
  return textScreen({
    title: '',
    text: 'Op deze pagina kies je de school in de lijst “School”, naast of boven het gesprek.',
    steps: [],
  });
}

/** Somebody of the organisation file has no school to choose. */
export function ownSchool(name: string): Screen {
  return textScreen({
    title: '',
    text: `Je werkt bij ${name}, dus ik antwoord uit dat protocol. Klopt dat niet, zeg het dan tegen je beheerder.`,
    steps: [],
  });
}

/** On the card itself, in place of the thumbs. @param kept whether the question itself goes along with a thumb down */
export function thanksNote(good: boolean, kept: boolean): string {
  if (good) return 'Bedankt.';
  return kept
    ? 'Bedankt. Wie het protocol beheert, ziet je vraag, zonder je naam.'
    : 'Bedankt. Wie het protocol beheert, ziet dat dit niet klopt. Je vraag bewaar ik niet.';
}

/** A button of an old card whose goal is no longer there. */
export function gone(): Screen {
  return textScreen({
    title: '',
    text: 'Die knop doet niets meer: wat erachter stond, is veranderd. Stel je vraag gerust opnieuw.',
    steps: [],
  });
}

export function unserved(): Screen {
  return textScreen({
    title: '',
    text: 'Ik ken jouw school nog niet. Vraag de beheerder om je school toe te voegen.',
    steps: [],
  });
}

export function failed(): Screen {
  return textScreen({
    title: 'Dat lukte niet',
    text: 'Er ging bij mij iets mis. Probeer het zo nog eens. Blijft het misgaan, zeg het dan tegen je beheerder.',
    steps: [],
  });
}
