import { articleScreen } from '../cards/article.ts';
import type { Values } from '../conversation/event.ts';
import type { Screen } from '../conversation/reply.ts';
import type { Phones } from '../doubt/consult.ts';
import { at, back, begin, choose, type Position } from '../doubt/engine.ts';
import { phonesFor } from '../doubt/route.ts';
import { positionScreen, stoppedScreen } from '../doubt/screens.ts';
import { hereStep, verbs } from '../doubt/verbs.ts';
import type { Walk } from '../doubt/walk.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { staffOf } from './cases/staff.ts';
import { askSteps } from './doubt/asking.ts';
import * as fixed from './fixed.ts';
import { articleParts } from './lookups.ts';
import { whichSchool } from './school.ts';
import type { Turn } from './turn.ts';

/** The verbs of the walk through a doubt; everything a walk needs stands in the card's own `stand`. */
export const walkVerbs: ReadonlySet<string> = new Set(Object.values(verbs));

/** Begins the walk of the school's protocol; `ontsporing` where a discussion gets out of hand. */
export function beginWalk(turn: Turn, shortcut?: 'ontsporing'): Screen {
  return withWalk(turn, (walk, school) => drawn(turn, school, begin(walk, shortcut)));
}

/** One click in a walk. A state that was made up or outlived its walk answers with a screen that begins again. */
export function walkOn(turn: Turn, verb: string, data: Values): Screen {
  if (verb === verbs.begin) return beginWalk(turn, data.begin === 'ontsporing' ? 'ontsporing' : undefined);
  if (verb === verbs.stop) return stoppedScreen();
  const state = data.stand ?? '';
  return withWalk(turn, (walk, school) => {
    if (verb === verbs.choose) return drawn(turn, school, choose(walk, state, data.keuze ?? ''));
    if (verb === verbs.back) return drawn(turn, school, back(walk, state));
    if (verb === verbs.article) return articleOf(school, data.artikel ?? '', state);
    return drawn(turn, school, at(walk, state));
  });
}

function withWalk(turn: Turn, make: (walk: Walk, school: Protocol) => Screen): Screen {
  const { event, ports, school } = turn;
  if (event.where.privacy === 'public') return fixed.notHere();
  if (school === undefined) return whichSchool(event, ports);
  const walk = ports.walks.get(school.id);
  return walk === undefined ? fixed.noWalk() : make(walk, school);
}

function drawn(turn: Turn, protocol: Protocol, position: Position): Screen {
  // Numbers and asking somebody are for people of the organisation only: others get answers about the protocol at most.
  const staff = staffOf(turn);
  const phones: Phones = staff === undefined ? {} : phonesFor(staff);
  const steps = staff === undefined ? [] : askSteps(position, staff);
  return positionScreen(position, { protocol, phones, functie: turn.person?.function, steps });
}

/** The article behind a question, with the way back to where one was. */
function articleOf(protocol: Protocol, id: string, state: string): Screen {
  const article = protocol.byId.get(id);
  if (article === undefined) return fixed.gone();
  return articleScreen({ ...articleParts(protocol, article), previous: null, next: null, back: hereStep(state) });
}
