import type { Condition, Ending } from './schema.ts';

/** What a walk comes to. `mag-mits` is `mag` with conditions; `ontsporing` is an urgent `overleggen`. */
export type AdviceKind = 'mag' | 'mag-mits' | 'niet-plaatsen' | 'overleggen' | 'ontsporing';

/** Something to see to before posting; a tip is wise but no condition. */
export type Check = { readonly text: string; readonly article: string; readonly tip: boolean };

/** A sentence ready to copy, with the article that asks for it. */
export type DisclaimerPart = { readonly text: string; readonly article: string };

/** Whom to turn to: what a case is made from. */
export type Consult = {
  /** `vraag` is no end of a walk: the protocol does not answer it. */
  readonly subject: 'twijfel' | 'ontsporing' | 'vraag';
  /** Any of these, in the order of the article. */
  readonly roles: readonly string[];
  readonly article: string;
  readonly urgent: boolean;
};

/** The end of a walk, as data: articles and roles are ids of the protocol, texts may still hold `{school}` and `{functie}`. */
export type Advice = {
  readonly kind: AdviceKind;
  readonly ending: string;
  readonly badge: string;
  readonly say: string;
  readonly text: string;
  /** What it rests on, the most important first; never empty. */
  readonly articles: readonly string[];
  /** The articles behind the question that decided it, as far as they are not among `articles`. */
  readonly about: readonly string[];
  readonly checklist: readonly Check[];
  readonly disclaimer: { readonly parts: readonly DisclaimerPart[]; readonly note: string } | undefined;
  readonly consult: Consult | undefined;
  /** The contact case for which the protocol says that it names nobody. */
  readonly silent: string | undefined;
};

const badges: Record<AdviceKind, string> = {
  mag: 'Plaatsen mag',
  'mag-mits': 'Mag, mits …',
  'niet-plaatsen': 'Niet plaatsen',
  overleggen: 'Eerst overleggen',
  ontsporing: 'Nu overleggen',
};

/**
 * @param conditions those that go with this way to the ending
 * @param why the articles behind the last question
 */
export function adviceOf(ending: Ending, conditions: readonly Condition[], why: readonly string[]): Advice {
  const kind = kindOf(ending, conditions);
  const articles = [...new Set([...ending.articles, ...conditions.map((condition) => condition.article)])];
  const copied = conditions.filter((condition) => condition.disclaimer.length > 0);
  return {
    kind,
    ending: ending.id,
    badge: ending.badge ?? badges[kind],
    say: ending.say,
    text: ending.text,
    articles,
    about: kind === 'overleggen' ? why.filter((article) => !articles.includes(article)) : [],
    checklist: conditions.map(({ text, article, tip }) => ({ text, article, tip })),
    disclaimer:
      copied.length === 0
        ? undefined
        : {
            parts: copied.flatMap(({ disclaimer, article }) => disclaimer.map((text) => ({ text, article }))),
            note: copied
              .map((condition) => condition.note)
              .join(' ')
              .trim(),
          },
    consult: consultOf(ending),
    silent: ending.silent,
  };
}

function kindOf(ending: Ending, conditions: readonly Condition[]): AdviceKind {
  if (ending.kind !== 'plaatsen') return ending.kind;
  return conditions.some((condition) => !condition.tip) ? 'mag-mits' : 'mag';
}

function consultOf(ending: Ending): Consult | undefined {
  if (ending.contact === undefined) return undefined;
  const urgent = ending.kind === 'ontsporing';
  return { ...ending.contact, subject: urgent ? 'ontsporing' : 'twijfel', urgent };
}
