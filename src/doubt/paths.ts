import { type Answers, conditionsOf, nextOf, type Walk } from './walk.ts';

/**
 * Every way through a walk. A walk is small on purpose, so all of them are simply walked: what they show is certain, not
 * likely.
 */
export type Paths = {
  /** Ways that lead nowhere, as choices. */
  readonly open: readonly (readonly string[])[];
  readonly questions: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  /** Question → a way on which it is asked although no answer to it changes anything. */
  readonly idle: ReadonlyMap<string, readonly string[]>;
  /** "question: a, b" for options that make no difference on any way. */
  readonly alike: readonly { readonly question: string; readonly options: readonly [string, string] }[];
  /** The number of questions on the longest way. */
  readonly longest: number;
  /** Too many to walk; what else stands here is then incomplete. */
  readonly tooMany: boolean;
};

const MOST = 50_000;

export function pathsOf(walk: Walk): Paths {
  const found = new Explorer(walk);
  found.visit(new Map());
  const alike = walk.questions.flatMap(({ id, options }) =>
    pairs(options.map((option) => option.id))
      .filter(([a, b]) => found.questions.has(id) && !found.told.has(`${id} ${a} ${b}`))
      .map((pair) => ({ question: id, options: pair })),
  );
  const { open, questions, endings, conditions, idle, longest } = found;
  return { open, questions, endings, conditions, idle, alike, longest, tooMany: found.visited > MOST };
}

/**
 * Gives each set of answers the number of what can still come of it: two sets with the same number end alike whatever is
 * answered next. A question that changes nothing has the number of what follows, as if it had not been asked.
 */
class Explorer {
  readonly open: string[][] = [];
  readonly questions = new Set<string>();
  readonly endings = new Set<string>();
  readonly conditions = new Set<string>();
  readonly idle = new Map<string, string[]>();
  /** The pairs of options that were seen to lead to different things. */
  readonly told = new Set<string>();
  longest = 0;
  visited = 0;
  readonly #walk: Walk;
  readonly #numbers = new Map<string, number>();

  constructor(walk: Walk) {
    this.#walk = walk;
  }

  visit(answers: Answers): number {
    this.visited++;
    if (this.visited > MOST) return 0;
    this.longest = Math.max(this.longest, answers.size);
    const next = nextOf(this.#walk, answers);
    if (next === undefined) {
      this.open.push([...answers.values()]);
      return this.#number('open');
    }
    if (next.kind === 'ending') {
      const conditions = conditionsOf(this.#walk, next.ending, answers).map((condition) => condition.id);
      this.endings.add(next.ending.id);
      for (const condition of conditions) this.conditions.add(condition);
      return this.#number(`ending ${next.ending.id} ${conditions.join(' ')}`);
    }
    const { id, options } = next.question;
    this.questions.add(id);
    const after = options.map((option) => ({
      option: option.id,
      number: this.visit(new Map([...answers, [id, option.id]])),
    }));
    const first = after[0]?.number ?? 0;
    if (after.every(({ number }) => number === first)) {
      if (!this.idle.has(id)) this.idle.set(id, [...answers.values()]);
      return first;
    }
    for (const [a, b] of pairs(after)) if (a.number !== b.number) this.told.add(`${id} ${a.option} ${b.option}`);
    return this.#number(`question ${id} ${after.map(({ option, number }) => `${option}=${number}`).join(' ')}`);
  }

  #number(what: string): number {
    const known = this.#numbers.get(what);
    if (known !== undefined) return known;
    this.#numbers.set(what, this.#numbers.size + 1);
    return this.#numbers.size;
  }
}

function pairs<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((a, i) => all.slice(i + 1).map((b): [T, T] => [a, b]));
}
