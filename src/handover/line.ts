import type { Case, Placed, Recipient, Via } from './case.ts';
import type { Rules } from './rules.ts';

type Parties = Pick<Case, 'asker' | 'excluded'>;

/** Whether somebody must not know of it. The asker knows: naming them among the others changes nothing. */
export function isExcluded({ asker, excluded }: Parties, email: string): boolean {
  return email !== asker && excluded.includes(email);
}

/** Whether a case may go to somebody at all: never to the asker, never to somebody excluded. */
export function canReceive(parties: Parties, email: string): boolean {
  return email !== parties.asker && !parties.excluded.includes(email);
}

/** The crisis contact goes first with an urgent case outside working hours. */
export function crisisNow(kase: Pick<Case, 'urgent'>, rules: Rules, now: Date): Recipient | undefined {
  return kase.urgent && !rules.calendar.isWorkingTime(now) ? rules.crisis : undefined;
}

/**
 * Who gets a case when who has it now does not answer or cannot be reached: the crisis contact (urgent, outside working
 * hours), the deputy, the next one the route named, the next level up, and then the deputies and levels of those before.
 * Nobody twice, so that it always ends; undefined when nobody is left.
 */
export function nextInLine(kase: Case, rules: Rules, now: Date): Placed | undefined {
  const had = kase.recipients.slice(0, kase.at + 1);
  for (const candidate of candidates(kase, rules, now)) {
    const seen = had.some((each) => each.email === candidate.email);
    if (!seen && canReceive(kase, candidate.email)) return candidate;
  }
  return undefined;
}

function* candidates(kase: Case, rules: Rules, now: Date): Generator<Placed> {
  const crisis = crisisNow(kase, rules, now);
  if (crisis !== undefined) yield { ...crisis, via: 'crisis' };
  const [current, ...before] = kase.recipients.slice(0, kase.at + 1).reverse();
  if (current === undefined) return;
  yield* deputies(kase, current, rules);
  yield* kase.recipients.slice(kase.at + 1);
  yield* levelsAbove(current, rules);
  for (const each of before) {
    yield* deputies(kase, each, rules);
    yield* levelsAbove(each, rules);
  }
}

/**
 * A deputy's own deputy is not asked: the level above the one who is replaced is nearer to the case. Nor is the deputy of
 * somebody excluded: who stands in for them is too near to them.
 */
function* deputies(parties: Parties, of: Placed, rules: Rules): Generator<Placed> {
  const asked = of.via !== 'deputy' && !isExcluded(parties, of.email);
  const deputy = asked ? rules.line.deputyOf(of.email) : undefined;
  if (deputy !== undefined) yield { ...placed(deputy, 'deputy'), insteadOf: of.email };
}

/** Every level above, nearest first; a circle of leidinggevenden ends it. A deputy's levels are those of who is replaced. */
export function* levelsAbove(of: Placed, rules: Rules): Generator<Placed> {
  const climbed = new Set<string>();
  let next = rules.line.nextLevelOf(of.insteadOf ?? of.email);
  while (next !== undefined && !climbed.has(next.email)) {
    climbed.add(next.email);
    yield placed(next, 'next-level');
    next = rules.line.nextLevelOf(next.email);
  }
}

export function placed(recipient: Recipient, via: Via): Placed {
  return { ...recipient, via };
}
