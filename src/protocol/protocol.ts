import type { Article, Chapter, Contact, ContactCase, Meta, ProtocolFile, Role } from './schema.ts';

/** One school's agreements, checked and ready to be asked. Immutable. */
export type Protocol = {
  readonly id: string;
  readonly meta: Meta;
  readonly roles: ReadonlyMap<string, Role>;
  readonly chapters: readonly Chapter[];
  /** All articles in the order of the document. */
  readonly articles: readonly Article[];
  readonly byId: ReadonlyMap<string, Article>;
};

/** A contact with the article that names it. */
export type NamedContact = Contact & { readonly article: string };

/** Makes the model behind a checked file; the blanks of a model are filled from `blanks`, then from the file's own. */
export function toProtocol(file: ProtocolFile, blanks: Readonly<Record<string, string>> = {}): Protocol {
  const values: Readonly<Record<string, string>> = { ...file.meta.blanks, ...blanks };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const chapters = file.chapters.map((chapter) => ({
    ...chapter,
    articles: chapter.articles.map((article) => ({
      ...article,
      title: fill(article.title),
      short: fill(article.short),
      text: fill(article.text),
    })),
  }));
  const articles = chapters.flatMap((chapter) => chapter.articles);
  return {
    id: file.id,
    meta: {
      ...file.meta,
      school: fill(file.meta.school),
      preamble: fill(file.meta.preamble),
      scope: fill(file.meta.scope),
      definitions: file.meta.definitions.map((d) => ({ ...d, meaning: fill(d.meaning) })),
    },
    roles: new Map(Object.entries(file.roles)),
    chapters,
    articles,
    byId: new Map(articles.map((article) => [article.id, article])),
  };
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
