import { createHash } from 'node:crypto';
import type { Condition, Ending, Question, Shortcut, WalkFile, When } from './schema.ts';

/** The way through a doubt that one protocol has. Immutable. */
export type Walk = {
  /** The protocol it belongs to. */
  readonly id: string;
  /** Changes with every change of the file, so that a card of before is known as such. */
  readonly print: string;
  readonly shortcuts: Readonly<Partial<Record<Shortcut, readonly string[]>>>;
  readonly questions: readonly Question[];
  readonly endings: readonly Ending[];
  readonly conditions: readonly Condition[];
};

/** What was chosen so far: question → option. */
export type Answers = ReadonlyMap<string, string>;

/** What comes after some answers. Undefined when nothing does, which the checks on load rule out. */
export type Next =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'ending'; readonly ending: Ending }
  | undefined;

export function toWalk(file: WalkFile): Walk {
  const print = createHash('sha256').update(JSON.stringify(file)).digest('hex').slice(0, 8);
  return { ...file, print, shortcuts: file.shortcuts };
}

/** Whether answers fit; what has not been asked fits nothing. Without conditions everything fits. */
export function fits(when: When | undefined, answers: Answers): boolean {
  if (when === undefined) return true;
  return when.some((clause) =>
    Object.entries(clause).every(([question, options]) => {
      const answer = answers.get(question);
      return answer !== undefined && options.includes(answer);
    }),
  );
}

/**
 * The whole engine: an ending that stops somebody comes as soon as it fits, then the first question that matters and was not
 * asked, and only when there is none left an ending that lets somebody post.
 */
export function nextOf(walk: Walk, answers: Answers): Next {
  const stop = walk.endings.find((ending) => ending.kind !== 'plaatsen' && fits(ending.when, answers));
  if (stop !== undefined) return { kind: 'ending', ending: stop };
  const question = walk.questions.find((each) => !answers.has(each.id) && fits(each.when, answers));
  if (question !== undefined) return { kind: 'question', question };
  const post = walk.endings.find((ending) => ending.kind === 'plaatsen' && fits(ending.when, answers));
  return post === undefined ? undefined : { kind: 'ending', ending: post };
}

/** What somebody must or had better see to when posting: only an ending that lets one post has conditions. */
export function conditionsOf(walk: Walk, ending: Ending, answers: Answers): readonly Condition[] {
  return ending.kind === 'plaatsen' ? walk.conditions.filter((condition) => fits(condition.when, answers)) : [];
}
