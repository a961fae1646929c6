import { begin } from './engine.ts';
import type { Report } from './faults.ts';
import { type Paths, pathsOf } from './paths.ts';
import type { WalkFile } from './schema.ts';
import { toWalk, type Walk } from './walk.ts';

/** More questions than this is an interrogation, not a walk. */
export const MOST_QUESTIONS = 10;

/** Every way through a walk must end, and all that stands in it must matter on some way. */
export function checkPaths(file: WalkFile, report: Report): void {
  const walk = toWalk(file);
  const paths = pathsOf(walk);
  if (paths.tooMany) {
    report(['questions'], 'there are too many ways through this walk; ask fewer questions');
    return;
  }
  for (const way of paths.open.slice(0, 3)) report(['endings'], `no ending fits ${wayOf(way)}; add one`);
  if (paths.longest > MOST_QUESTIONS) {
    report(['questions'], `a way asks ${paths.longest} questions; at most ${MOST_QUESTIONS} is bearable`);
  }
  checkReached(walk, paths, report);
  checkEffect(walk, paths, report);
  checkShortcuts(walk, report);
}

function checkReached(walk: Walk, paths: Paths, report: Report): void {
  for (const key of ['questions', 'endings', 'conditions'] as const) {
    walk[key].forEach(({ id }, i) => {
      if (!paths[key].has(id)) report([key, i], `no way leads to "${id}" of ${key}; mend its when or take it out`);
    });
  }
}

function checkEffect(walk: Walk, paths: Paths, report: Report): void {
  walk.questions.forEach(({ id, options }, q) => {
    const way = paths.idle.get(id);
    if (way !== undefined) {
      report(['questions', q], `question "${id}" changes nothing ${wayOf(way)}; do not ask it there`);
    }
    for (const { options: pair } of paths.alike.filter((each) => each.question === id)) {
      const at = options.findIndex((option) => option.id === pair[1]);
      report(
        ['questions', q, 'options', at],
        `options "${pair.join('" and "')}" always lead to the same; make them one`,
      );
    }
  });
}

/** A discussion that derails has no time for questions: each walk must be able to begin there. */
function checkShortcuts(walk: Walk, report: Report): void {
  if (walk.shortcuts.ontsporing === undefined) {
    report(['shortcuts'], 'there is no shortcut "ontsporing"; say which choices lead to where a discussion derails');
  } else if (begin(walk, 'ontsporing').kind === 'refused') {
    report(['shortcuts', 'ontsporing'], 'these choices cannot be made one after another from the start');
  }
}

function wayOf(choices: readonly string[]): string {
  return choices.length === 0 ? 'at the start' : `after ${choices.join(' → ')}`;
}
