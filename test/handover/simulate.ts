import type { Actor } from '../../src/handover/actor.ts';
import { type Case, holderOf, type Note } from '../../src/handover/case.ts';
import type { Command } from '../../src/handover/commands.ts';
import type { JournalEntry } from '../../src/handover/journal.ts';
import type { Opening } from '../../src/handover/opening.ts';
import type { Outcome } from '../../src/handover/outcome.ts';
import type { Rules } from '../../src/handover/rules.ts';
import type { Row, RowChange } from '../../src/handover/stages.ts';
import { transition } from '../../src/handover/transitions.ts';

/** A case with its rows and journal in memory, as a store would keep them. */
export class Simulated {
  case: Case;
  readonly rows = new Map<string, Row>();
  readonly journal: JournalEntry[];
  readonly notes: Note[] = [];
  readonly rules: Rules;

  constructor(opening: Opening, rules: Rules) {
    this.case = opening.case;
    this.rules = rules;
    this.journal = [...opening.journal];
    this.change(opening.rows);
  }

  do(command: Command, actor: Actor, now: Date): Outcome {
    const outcome = transition(this.case, command, actor, now, this.rules);
    if (outcome.kind !== 'changed') return outcome;
    this.case = outcome.change.case;
    this.journal.push(...outcome.change.journal);
    if (outcome.change.note !== undefined) this.notes.push(outcome.change.note);
    this.change(outcome.change.rows);
    return outcome;
  }

  /** Does what is due first, as the delivery loop would, and says what that was. */
  work(result: 'taken' | 'refused' | 'later' = 'taken'): Row | undefined {
    const [first] = [...this.rows.values()].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
    if (first === undefined) return undefined;
    const { person, stage } = first;
    const now = new Date(first.dueAt);
    const system: Actor = { kind: 'system' };
    if (stage === 'deputy' || stage === 'next-level') this.do({ verb: 'escalate', person }, system, now);
    else if (result === 'taken') this.do({ verb: 'delivered', person, stage }, system, now);
    else this.do({ verb: 'deliver-failed', person, stage, permanent: result === 'refused' }, system, now);
    return first;
  }

  /** Every row as `person stage hours`, without the domain and counted from `from`. */
  waiting(from: Date): string[] {
    return [...this.rows.values()]
      .map(({ person, stage, dueAt }) => {
        return `${person.split('@')[0]} ${stage} ${(Date.parse(dueAt) - from.getTime()) / 3_600_000}`;
      })
      .toSorted();
  }

  get holder(): string | undefined {
    return holderOf(this.case)?.email;
  }

  private change(changes: readonly RowChange[]): void {
    for (const each of changes) {
      if ('set' in each) this.rows.set(each.set.person, each.set);
      else this.rows.delete(each.end);
    }
  }
}
