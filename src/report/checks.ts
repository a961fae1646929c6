import { basename } from 'node:path';
import type { Fault, Located } from '../content/parse.ts';
import type { LawArticle } from '../protocol/knowledge.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { Article } from '../protocol/schema.ts';
import type { LawReports, ProtocolReports } from './schema.ts';

/** What a schema cannot see: everything that is named must exist, and an article must really say what it is cited for. */

type Path = readonly PropertyKey[];
type Tell = (path: Path, message: string) => void;

/** Everything wrong with the file of one protocol. */
export function checkProtocolReports(
  file: string,
  located: Located<ProtocolReports>,
  protocols: ReadonlyMap<string, Protocol>,
): readonly Fault[] {
  const { faults, tell } = gathering(file, located);
  const reports = located.value;
  const name = basename(file, '.yaml');
  if (reports.id !== name) tell(['id'], `id is "${reports.id}" but the file is called ${name}.yaml; make them equal`);
  const protocol = protocols.get(reports.id);
  if (protocol === undefined) {
    tell(['id'], `there is no protocol "${reports.id}"; there is ${[...protocols.keys()].join(', ')}`);
    return faults;
  }
  const known = reader(protocol, tell);
  for (const [kind, articles] of Object.entries(reports.kinds))
    articles.forEach((article, i) => {
      known.article(article, ['kinds', kind, i]);
    });
  checkContacts(reports, known, tell);
  checkLadders(reports, known, tell);
  checkDuties(reports, known, tell);
  reports.notes.forEach((note, i) => {
    if (note.article !== undefined) known.article(note.article, ['notes', i, 'article']);
  });
  checkOnce(reports.duties, tell);
  return faults;
}

/** Everything wrong with the duties of the law. */
export function checkLawReports(file: string, located: Located<LawReports>, law: readonly LawArticle[]): Fault[] {
  const { faults, tell } = gathering(file, located);
  located.value.duties.forEach((duty, i) => {
    if (!duty.id.startsWith('wet-')) tell(['duties', i, 'id'], `"${duty.id}" is a duty of the law; begin it with wet-`);
    if (!law.some(({ id }) => id === duty.law))
      tell(
        ['duties', i, 'law'],
        `wet.yaml has no article "${duty.law}"; there is ${law.map(({ id }) => id).join(', ')}`,
      );
  });
  checkOnce(located.value.duties, tell);
  return faults;
}

function gathering(file: string, located: Located<unknown>): { readonly faults: Fault[]; readonly tell: Tell } {
  const faults: Fault[] = [];
  return { faults, tell: (path, message) => faults.push({ file, line: located.lineOf(path), message }) };
}

type Known = {
  readonly article: (id: string, path: Path) => Article | undefined;
  readonly roles: (roles: readonly string[], path: Path) => boolean;
};

/** Looks things up in the protocol, and tells what is not there. */
function reader(protocol: Protocol, tell: Tell): Known {
  return {
    article: (id, path) => {
      const found = protocol.byId.get(id);
      if (found === undefined) tell(path, `protocol ${protocol.id} has no article ${id}`);
      return found;
    },
    roles: (roles, path) => {
      const unknown = roles.filter((role) => !protocol.roles.has(role));
      for (const role of unknown) tell(path, `protocol ${protocol.id} has no role "${role}"`);
      return unknown.length === 0;
    },
  };
}

/** Whom reports go to must stand in the article, as somebody it names. */
function checkContacts(reports: ProtocolReports, known: Known, tell: Tell): void {
  reports.contacts.forEach((contact, i) => {
    const at = ['contacts', i];
    const article = known.article(contact.article, [...at, 'article']);
    if (!known.roles(contact.roles, [...at, 'roles']) || article === undefined) return;
    const named = article.contacts.flatMap((each) => each.roles);
    for (const role of contact.roles.filter((each) => !named.includes(each)))
      tell([...at, 'roles'], `article ${contact.article} does not name "${role}" as a contact`);
  });
}

function checkLadders(reports: ProtocolReports, known: Known, tell: Tell): void {
  reports.ladders.forEach((ladder, l) => {
    const at = ['ladders', l];
    if (ladder.by !== undefined) {
      const article = known.article(ladder.by.article, [...at, 'by', 'article']);
      const sound = known.roles(ladder.by.roles, [...at, 'by', 'roles']);
      if (sound && article !== undefined && !decides(article, ladder.by.roles))
        tell([...at, 'by'], `article ${ladder.by.article} does not say that they decide on measures`);
    }
    ladder.steps.forEach((step, s) => {
      const article = known.article(step.article, [...at, 'steps', s, 'article']);
      if (article !== undefined && !names(article, step))
        tell([...at, 'steps', s, 'text'], `article ${step.article} does not list the measure "${step.text}"`);
    });
  });
}

const decides = (article: Article, roles: readonly string[]): boolean =>
  article.duties.some(({ what, by }) => what === 'maatregel' && roles.every((role) => by?.includes(role)));

/** A step is one of the article's own measures or duties; an article that lists none leaves the words to the file. */
function names(article: Article, step: ProtocolReports['ladders'][number]['steps'][number]): boolean {
  if (step.what !== undefined) return article.duties.some(({ what }) => what === step.what);
  if (article.measures.length === 0) return article.duties.some(({ what }) => what === 'maatregel');
  return article.measures.includes(step.text);
}

function checkDuties(reports: ProtocolReports, known: Known, tell: Tell): void {
  reports.duties.forEach((duty, i) => {
    const at = ['duties', i];
    if (!duty.id.startsWith(`${reports.id}-`))
      tell([...at, 'id'], `"${duty.id}" must begin with ${reports.id}-, so that no two protocols share a duty`);
    const article = known.article(duty.article, [...at, 'article']);
    const sound = known.roles(duty.by ?? [], [...at, 'by']);
    if (sound && article !== undefined) checkSame(duty, article, at, tell);
  });
}

/** A duty must be that of the article: the same thing, as binding, by the same people. */
function checkSame(duty: ProtocolReports['duties'][number], article: Article, at: Path, tell: Tell): void {
  const same = article.duties.find(({ what }) => what === duty.what);
  if (same === undefined) {
    tell([...at, 'what'], `article ${duty.article} has no duty "${duty.what}"`);
    return;
  }
  if (same.force !== (duty.must ? 'moet' : 'mag'))
    tell([...at, 'must'], `article ${duty.article} says "${same.force}" for ${duty.what}; make must ${!duty.must}`);
  if (!equal(duty.by ?? [], same.by ?? []))
    tell([...at, 'by'], `article ${duty.article} names ${(same.by ?? ['nobody']).join(', ')} for ${duty.what}`);
}

const equal = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));

function checkOnce(duties: readonly { readonly id: string }[], tell: Tell): void {
  duties.forEach(({ id }, i) => {
    if (duties.findIndex((each) => each.id === id) < i)
      tell(['duties', i, 'id'], `duty "${id}" stands twice; give each its own id`);
  });
}
