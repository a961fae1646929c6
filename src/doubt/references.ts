import type { Protocol } from '../protocol/protocol.ts';
import type { Report } from './faults.ts';
import type { Ending, Question, WalkFile, When } from './schema.ts';

type Path = readonly PropertyKey[];

/** Everything a walk names must exist in itself or in its protocol, and an article must really say what it is cited for. */
export function referenceFaults(walk: WalkFile, protocol: Protocol, report: Report): void {
  for (const key of ['questions', 'endings', 'conditions'] as const) twice(walk[key], [key], report);
  walk.questions.forEach((question, q) => {
    const at = ['questions', q];
    twice(question.options, [...at, 'options'], report);
    known(question.when, [...at, 'when'], walk.questions.slice(0, q), report);
    question.why.forEach((article, i) => {
      exists(article, protocol, [...at, 'why', i], report);
    });
  });
  walk.endings.forEach((ending, e) => {
    known(ending.when, ['endings', e, 'when'], walk.questions, report);
    checkEnding(ending, ['endings', e], protocol, report);
  });
  walk.conditions.forEach((condition, c) => {
    known(condition.when, ['conditions', c, 'when'], walk.questions, report);
    bindsStaff(condition.article, protocol, ['conditions', c, 'article'], report);
  });
}

function twice(all: readonly { readonly id: string }[], path: Path, report: Report): void {
  all.forEach(({ id }, i) => {
    if (all.findIndex((each) => each.id === id) < i)
      report([...path, i, 'id'], `"${id}" stands twice; give each its own id`);
  });
}

/** A question may only look at questions before it: that is what keeps a walk from going in a circle. */
function known(when: When | undefined, path: Path, before: readonly Question[], report: Report): void {
  for (const clause of when ?? []) {
    for (const [id, options] of Object.entries(clause)) {
      const question = before.find((each) => each.id === id);
      if (question === undefined) {
        report(path, `"${id}" is no question that comes before this; move it up or correct the name`);
        continue;
      }
      for (const option of options) {
        if (!question.options.some((each) => each.id === option))
          report(path, `question "${id}" has no option "${option}"`);
      }
    }
  }
}

function exists(article: string, protocol: Protocol, path: Path, report: Report): boolean {
  const found = protocol.byId.has(article);
  if (!found) report(path, `protocol ${protocol.id} has no article ${article}`);
  return found;
}

function bindsStaff(article: string, protocol: Protocol, path: Path, report: Report): void {
  if (!exists(article, protocol, path, report)) return;
  if (!protocol.byId.get(article)?.audience.includes('medewerker'))
    report(path, `article ${article} is not about staff, so nothing can be asked of them by it`);
}

function checkEnding(ending: Ending, at: Path, protocol: Protocol, report: Report): void {
  ending.articles.forEach((article, i) => {
    if (i === 0) bindsStaff(article, protocol, [...at, 'articles', i], report);
    else exists(article, protocol, [...at, 'articles', i], report);
  });
  const consults = ending.kind === 'overleggen' || ending.kind === 'ontsporing';
  if (consults !== (ending.contact !== undefined)) {
    const right = consults ? 'must name a contact with its article' : 'has no contact';
    report(at, `ending "${ending.id}" is ${ending.kind}, which ${right}`);
  }
  if (ending.kind !== 'plaatsen' && ending.when === undefined) {
    report(at, `ending "${ending.id}" has no when, so that every walk would stop there at once`);
  }
  if (ending.silent !== undefined && !Object.hasOwn(protocol.meta.silent, ending.silent))
    report([...at, 'silent'], `the protocol says nothing about naming nobody for "${ending.silent}" (meta.silent)`);
  if (ending.contact !== undefined) checkContact(ending.contact, [...at, 'contact'], ending, protocol, report);
}

/** Whom a walk sends somebody to must stand in the article it cites, as a contact for staff. */
function checkContact(
  contact: NonNullable<Ending['contact']>,
  at: Path,
  ending: Ending,
  protocol: Protocol,
  report: Report,
): void {
  const article = protocol.byId.get(contact.article);
  if (article === undefined) return void exists(contact.article, protocol, [...at, 'article'], report);
  if (!ending.articles.includes(contact.article))
    report(
      [...at, 'article'],
      `article ${contact.article} names the contact but is not among the articles of this ending`,
    );
  const named = article.contacts
    .filter((each) => each.act === undefined && (each.audience ?? article.audience).includes('medewerker'))
    .flatMap((each) => each.roles);
  contact.roles.forEach((role, i) => {
    if (!protocol.roles.has(role)) report([...at, 'roles', i], `protocol ${protocol.id} has no role "${role}"`);
    else if (!named.includes(role))
      report([...at, 'roles', i], `article ${contact.article} does not send staff to "${role}"`);
  });
}
