import { basename } from 'node:path';
import { didYouMean } from '../content/near.ts';
import type { Fault, Located } from '../content/parse.ts';
import type { LawArticle, Topic } from './knowledge.ts';
import { openIn } from './protocol.ts';
import type { Article, ProtocolFile } from './schema.ts';

/** The checks between values that a schema cannot make. Each fault says what stands there and what would be right. */

type Path = readonly PropertyKey[];
type Report = (path: Path, message: string) => void;

/**
 * Everything a protocol names must exist: its roles, its topics, its articles, each once.
 * @param topics the topics there are, or undefined while that is not known
 */
export function checkProtocol(
  file: string,
  located: Located<ProtocolFile>,
  topics: ReadonlySet<string> | undefined,
): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, message) => faults.push({ file, line: located.lineOf(path), message });
  const protocol = located.value;
  const name = basename(file, '.yaml');
  if (protocol.id !== name)
    report(['id'], `id is "${protocol.id}" but the file is called ${name}.yaml; make them equal`);
  const roles = new Set(Object.keys(protocol.roles));
  const blanks = new Set(Object.keys(protocol.meta.blanks));
  checkOnce(located, report);
  protocol.chapters.forEach((chapter, c) => {
    chapter.articles.forEach((article, a) => {
      checkArticle(article, ['chapters', c, 'articles', a], { roles, topics, blanks }, report);
    });
  });
  const articles = new Set(protocol.chapters.flatMap((chapter) => chapter.articles.map((article) => article.id)));
  checkReferences(protocol, roles, articles, report);
  return faults;
}

/** Chapters, articles and places are looked up by name: each stands once. */
function checkOnce({ value: protocol, lineOf }: Located<ProtocolFile>, report: Report): void {
  const chapters = new Map<string, Path>();
  const articles = new Map<string, Path>();
  const places = new Map<string, Path>();
  const once = (seen: Map<string, Path>, name: string, at: Path, what: string) => {
    const first = seen.get(name);
    if (first === undefined) seen.set(name, at);
    else report(at, `${what} stands twice, first on line ${lineOf(first)}; give each its own`);
  };
  protocol.chapters.forEach((chapter, c) => {
    once(chapters, chapter.id, ['chapters', c, 'id'], `chapter ${chapter.id}`);
    chapter.articles.forEach((article, a) => {
      const at = ['chapters', c, 'articles', a];
      once(articles, article.id, [...at, 'id'], `article ${article.id}`);
      once(places, article.place, [...at, 'place'], `place "${article.place}"`);
    });
  });
}

function checkArticle(
  article: Article,
  at: Path,
  known: { roles: ReadonlySet<string>; topics: ReadonlySet<string> | undefined; blanks: ReadonlySet<string> },
  report: Report,
): void {
  article.contacts.forEach((contact, i) => {
    for (const role of contact.roles) {
      if (!known.roles.has(role)) report([...at, 'contacts', i, 'roles'], unknownRole(role, article.id, known.roles));
    }
  });
  article.duties.forEach((duty, i) => {
    for (const role of duty.by ?? []) {
      if (!known.roles.has(role)) report([...at, 'duties', i], unknownRole(role, article.id, known.roles));
    }
  });
  article.topics.forEach((topic, i) => {
    if (known.topics !== undefined && !known.topics.has(topic)) {
      const near = didYouMean(topic, known.topics) || '; choose another, or define it there';
      report(
        [...at, 'topics', i],
        `article ${article.id} has topic "${topic}", which no file in topics/ defines${near}`,
      );
    }
  });
  for (const name of openIn(article)) {
    if (known.blanks.has(name)) continue;
    report(at, `article ${article.id} leaves {${name}} open, which is not under meta.blanks; add it there`);
  }
  if (article.measures.length > 0 && article.force !== 'gevolg') {
    report([...at, 'measures'], `article ${article.id} lists measures but its force is ${article.force}, not gevolg`);
  }
}

function checkReferences(
  protocol: ProtocolFile,
  roles: ReadonlySet<string>,
  articles: ReadonlySet<string>,
  report: Report,
): void {
  for (const [name, role] of Object.entries(protocol.roles)) {
    for (const member of role.members) {
      if (!roles.has(member)) report(['roles', name, 'members'], `member "${member}" is not a role of this protocol`);
    }
    if (role.article !== undefined && !articles.has(role.article)) {
      report(['roles', name, 'article'], `role ${name} refers to article ${role.article}, which does not exist`);
    }
  }
  protocol.meta.definitions.forEach((definition, i) => {
    if (definition.article !== undefined && !articles.has(definition.article)) {
      report(
        ['meta', 'definitions', i],
        `"${definition.term}" refers to article ${definition.article}, which does not exist`,
      );
    }
  });
}

/** An article of the law is looked up by its id too. */
export function checkLaw(file: string, located: Located<{ readonly articles: readonly LawArticle[] }>): Fault[] {
  const { value, lineOf } = located;
  return value.articles.flatMap(({ id }, i) => {
    const first = value.articles.findIndex((each) => each.id === id);
    if (first === i) return [];
    const before = `first on line ${lineOf(['articles', first, 'id'])}`;
    return [
      {
        file,
        line: lineOf(['articles', i, 'id']),
        message: `article ${id} stands twice, ${before}; give each its own`,
      },
    ];
  });
}

/**
 * A topic's id is unique over all files of `topics/`, and what a topic names beside it exists.
 * @param known the topics there are, or undefined while that is not known
 */
export function checkTopics(
  files: readonly { file: string; located: Located<readonly Topic[]> }[],
  known: ReadonlySet<string> | undefined,
): Fault[] {
  // A line is only looked up for a fault: it takes long.
  const seen = new Map<string, () => string>();
  return files.flatMap(({ file, located }) =>
    located.value.flatMap((topic, i) => {
      const earlier = seen.get(topic.id);
      seen.set(topic.id, () => `${file}, line ${located.lineOf([i, 'id'])}`);
      const fault = (path: Path, message: string) => ({ file, line: located.lineOf([i, ...path]), message });
      const unknown = (['beside', 'forOthers'] as const).flatMap((field) =>
        topic[field].flatMap((id, j) => {
          if (known === undefined || known.has(id)) return [];
          return [fault([field, j], `topic ${topic.id} names "${id}", which is no topic${didYouMean(id, known)}`)];
        }),
      );
      if (earlier === undefined) return unknown;
      return [...unknown, fault(['id'], `topic ${topic.id} is also defined in ${earlier()}`)];
    }),
  );
}

function unknownRole(role: string, article: string, roles: ReadonlySet<string>): string {
  const near = didYouMean(role, roles) || '; add it there or correct the name';
  return `article ${article} names the role "${role}", which is not under roles${near}`;
}
