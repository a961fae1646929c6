import type { Article, Chapter, Contact, ContactCase, Meta, ProtocolFile, Role } from './schema.ts';

/** One school's agreements, checked and ready to be asked. Immutable. */
export type Protocol = {
  readonly id: string;
  /** What it was made from, with the places that a model leaves open still open. */
  readonly file: ProtocolFile;
  readonly meta: Meta;
  readonly roles: ReadonlyMap<string, Role>;
  readonly chapters: readonly Chapter[];
  /** All articles in the order of the document. */
  readonly articles: readonly Article[];
  readonly byId: ReadonlyMap<string, Article>;
};

/** A contact with the article that names it. */
export type NamedContact = Contact & { readonly article: string };

/**
 * Makes the model behind a checked file.
 * @param blanks a school's own words for the places that a model leaves open (`{school}`), by the name of the place; what is
 *   missing shows as the file itself says
 */
export function toProtocol(file: ProtocolFile, blanks: Readonly<Record<string, string>> = {}): Protocol {
  const filled = fillAll(file, { ...file.meta.blanks, ...blanks });
  const articles = filled.chapters.flatMap((chapter) => chapter.articles);
  return {
    id: filled.id,
    file,
    meta: filled.meta,
    roles: new Map(Object.entries(filled.roles)),
    chapters: filled.chapters,
    articles,
    byId: new Map(articles.map((article) => [article.id, article])),
  };
}

/** A school's own copy of a protocol. Filled from the file again, so that it does not matter what was filled in before. */
export function withBlanks(protocol: Protocol, blanks: Readonly<Record<string, string>>): Protocol {
  return toProtocol(protocol.file, blanks);
}

/** The names of the places left open (`{school}`) in the texts of a value. */
export function openIn(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(OPEN)].map((match) => match[1] ?? '');
}

const OPEN = /\{(\w+)\}/g;

/** The same value with every `{name}` in its texts filled. */
function fillAll<T>(value: T, values: Readonly<Record<string, string>>): T {
  const text = JSON.stringify(value).replace(OPEN, (whole, name: string) => {
    const filled = Object.hasOwn(values, name) ? values[name] : undefined;
    return filled === undefined ? whole : JSON.stringify(filled).slice(1, -1);
  });
  return JSON.parse(text);
}

/**
 * Whom the protocol names for a case, in the order of its articles. A contact that is narrower than asked (for pupils, in
 * private) is left out; an empty list means that the protocol names nobody, which staff must be told.
 */
export function contactsFor(
  protocol: Protocol,
  wanted: { case: ContactCase; audience?: string | undefined; situation?: string | undefined },
): NamedContact[] {
  return protocol.articles.flatMap((article) =>
    article.contacts
      .filter((contact) => contact.case === wanted.case)
      .filter((contact) => fits(contact, article, wanted))
      .map((contact) => ({ ...contact, article: article.id })),
  );
}

function fits(
  contact: Contact,
  article: Article,
  wanted: { audience?: string | undefined; situation?: string | undefined },
): boolean {
  const forWhom: readonly string[] = contact.audience ?? article.audience;
  const when = contact.situation ?? article.situation;
  if (wanted.audience !== undefined && !forWhom.includes(wanted.audience)) return false;
  return wanted.situation === undefined || when === 'beide' || when === wanted.situation;
}

/** The chapter an article stands in. */
export function chapterOf(protocol: Protocol, article: string): Chapter | undefined {
  return protocol.chapters.find((chapter) => chapter.articles.some((each) => each.id === article));
}
