import { type Actor, nameOf } from './actor.ts';
import type { Case, Placed } from './case.ts';
import type { JournalEntry } from './journal.ts';
import { type RowChange, telling } from './stages.ts';

/** What several verbs have in common. */

/** The case in the hands of somebody else, with a clock of their own. */
export function movedTo(kase: Case, next: Placed, now: Date): Case {
  const { receivedAt: _receivedByTheOneBefore, ...rest } = kase;
  const had = kase.recipients.slice(0, kase.at + 1);
  const later = kase.recipients.slice(kase.at + 1).filter((each) => each.email !== next.email);
  return { ...rest, recipients: [...had, next, ...later], at: kase.at + 1, since: now.toISOString() };
}

/** Everybody who has a card of this case gets to see how it stands now: the asker, and whoever has it or had it. */
export function tellAll(kase: Case, now: Date): RowChange[] {
  const had = kase.recipients.slice(0, kase.at + 1).map((each) => each.email);
  const all = [...new Set([kase.asker, ...had])].filter((person) => !kase.excluded.includes(person));
  return all.map((person) => ({ set: telling(person, now) }));
}

export function entry(actor: Actor, verb: string, now: Date, data: JournalEntry['data'] = {}): JournalEntry {
  return { verb, actor: nameOf(actor), at: now.toISOString(), data };
}
