/** A group of a regular expression that is any of these. */
export const oneOf = (...words: readonly string[]): string => `(?:${words.join('|')})`;

const ABOUT_WHICH = oneOf(
  '(?:^|^en |^maar |weten |vraagt |vroeg )(?:(?:aan|bij|door|in|met|naar|onder|op|uit|van|via|volgens|voor) )?(?:welke?|wat voor)',
  '(?:^|^and |know |wonders )(?:(?:by|in|on|with) )?which',
);

/** "Is er een …", "wat is de …", "wanneer is de …", "waar vind ik de …", in Dutch and in English. */
const ABOUT_ANY = oneOf(
  '^(?:en |maar )?(?:is|zijn|zit|zitten|bestaat|bestaan|komt|komen|loopt|hangt|ligt|staat) (?:er|daar)',
  '^(?:en |maar )?(?:hebben|heeft|krijgen|gebruiken|gebruikt) (?:we|wij|jullie|de school|onze school|school)',
  '^(?:en |maar )?(?:wat is|wat zijn) (?:de|het|ons|onze|mijn)',
  '^(?:wanneer|hoe laat) (?:is|zijn|begint|beginnen|start|komt|komen|valt|vallen|houden|hebben|krijgen)(?! een )',
  '^waar (?:is|zijn|staat|staan|ligt|liggen|hangt|hangen|vind|vinden|download|haal|krijg)',
  '(?:^|^and |know |wonders )(?:is there|are there|do we (?:have|get)|whats|what is|what are)',
  '^(?:when|where) (?:is|are)(?! an? )|^where (?:do|can) (?:i|we) (?:find|get|download)|^does the school (?:have|offer|use)',
);

/** Here the thing that is asked for has ended, and what follows is about something else. */
const ENDED = oneOf(
  'about|against|als|and|at|dat|die|en|for|hoe|if|iemand|iets|in|met|niets|niks|of|om|on|onder|op|over|tegen|that|tijdens|tussen',
  'van|via|voor|waar|who|wie|with|zon|aandacht|ruimte|tijd|verschil|bij',
);
const ARTICLE = oneOf('a|an|de|een|het|ons|onze|the');
const HERE = oneOf('op school|bij ons|voor ons|in huis');
/** "Welke app valt onder dit protocol" asks for the rule. */
const COUNTS = '(?! (?:geldt|gelden|hoort|horen|telt|tellen|valt|vallen)\\b)';

/** Words that stand before the thing: "is er *dit najaar nog een* training". */
const before = (ended: string, most: number): string => `(?: (?:${HERE}|(?!${ended}\\b)\\w+)){0,${most}}?`;
const ASKED_FOR = oneOf(ABOUT_WHICH + before(oneOf(ENDED, ARTICLE), 2), ABOUT_ANY + before(ENDED, 4));

/** Whether a sentence may ask for any thing at all. Most do not, and need not be held against each list of things. */
export const mayAskForThing = (sentence: string): boolean => anyThing.test(sentence);

const anyThing = new RegExp(`${ASKED_FOR} \\w`);

/**
 * What finds in a sentence that a thing is asked for: "welk …", "is er een …", "wanneer is de …". Not the things that are only
 * mentioned in it.
 * @param things the end of a word, as `oneOf` makes it
 */
export const askedFor = (things: string): RegExp => new RegExp(`${ASKED_FOR} \\w*${things}\\b${COUNTS}`);
