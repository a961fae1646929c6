import { type Actor, nameIn } from './actor.ts';
import type { Case, Note, Placed } from './case.ts';
import { dueAfter } from './due.ts';
import type { JournalEntry } from './journal.ts';
import { isExcluded, nextInLine } from './line.ts';
import type { Moment } from './outcome.ts';
import type { Rules } from './rules.ts';
import { askerNews, notice, type RowChange, telling } from './stages.ts';
import { everybodyIn, heldBy, movedTo, onLine, tracksOf, withLine } from './tracks.ts';

/** What several verbs have in common. */

/** A line in the hands of somebody else, and the notice they get of it: none when they have the case already. */
export function handedTo(kase: Case, line: number, next: Placed, now: Date): { case: Case; rows: RowChange[] } {
  const others = heldBy(kase, next.email).filter((each) => each !== line);
  const moved = movedTo(onLine(kase, line), next, now);
  if (line === 0) return { case: notStarted(withLine(kase, 0, moved)), rows: [{ set: notice(next.email, now) }] };
  const [other] = others;
  if (other === undefined) return { case: withLine(kase, line, moved), rows: [{ set: notice(next.email, now) }] };
  const has = onLine(kase, other).receivedAt !== undefined;
  return { case: withLine(kase, line, has ? { ...moved, receivedAt: now.toISOString() } : moved), rows: [] };
}

/** Who comes next in a line. The crisis contact is not asked again beside a line that they have or had. */
export function nextFor(kase: Case, line: number, rules: Rules, now: Date): Placed | undefined {
  const { crisis, ...others } = rules;
  const knows = (email: string) =>
    tracksOf(kase).some(({ recipients, at }, i) => {
      return i !== line && recipients.slice(0, at + 1).some((each) => each.email === email);
    });
  const without = line > 0 && crisis !== undefined && knows(crisis.email);
  return nextInLine(onLine(kase, line), without ? others : rules, now);
}

/** Everybody who has a card of this case gets to see how it stands now: the asker, and whoever has it or had it. */
export function tellAll(kase: Case, now: Date): RowChange[] {
  return [kase.asker, ...everybodyIn(kase)]
    .filter((person) => !isExcluded(kase, person))
    .map((person) => ({ set: telling(person, now) }));
}

/** The asker's card shows this step; a question that still waits for them is not lost over it. */
export function tellAsker(kase: Case, now: Date): RowChange {
  return { set: askerNews(kase, now) };
}

export function entry(
  kase: Case,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  verb: string,
  data: JournalEntry['data'] = {},
): JournalEntry {
  return { verb, actor: nameIn(kase, actor), at: now.toISOString(), data };
}

/** A text as a note; nothing when there is none. */
export function noted(kase: Case, verb: string, text: string, { actor, now }: Moment): { note?: Note } {
  return text === '' ? {} : { note: { verb, by: nameIn(kase, actor), at: now.toISOString(), text } };
}

/** The e-mail of who acts. */
export function byOf({ actor }: Pick<Moment, 'actor'>): string {
  return actor.kind === 'system' ? 'system' : actor.email;
}

/** What is due for somebody who has just been told or has just done something: the next reminder, or nothing. */
export function ownRow(after: Case, person: string, { rules, now }: Pick<Moment, 'rules' | 'now'>): RowChange {
  const next = dueAfter(after, notice(person, now), rules, now);
  return next === undefined ? { end: person } : { set: next };
}

function notStarted(kase: Case): Case {
  if (kase.report?.startedAt === undefined) return kase;
  const { startedAt: _byTheOneBefore, ...report } = kase.report;
  return { ...kase, report };
}
