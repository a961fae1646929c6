import type { LawCase } from '../protocol/knowledge.ts';
import { isGraveCase } from './law.ts';
import { ownTopics } from './own-topics.ts';
import type { Understood } from './understand.ts';

/** What the law calls grave is an event to report whenever it is told, whatever else the words sound like. */
export function asIncident(turn: Understood, cases: readonly LawCase[]): Understood {
  // Somebody who is hurt needs no article about telephones.
  if (cases.includes('ongeluk') && turn.manner !== 'asked')
    return {
      ...turn,
      lacks: undefined,
      decision: { kind: 'unknown', about: turn.knowledge.numberOf.get(ownTopics.firstAid) ?? -1 },
    };
  const toReport = cases.some((each) => isGraveCase(each) || each === 'datalek');
  if (toReport && isStory(turn))
    return turn.decision.kind === 'incident' ? turn : { ...turn, decision: { ...turn.decision, kind: 'incident' } };
  // Who asks for a help line is not greeted back.
  return toReport && turn.decision.kind === 'smalltalk' ? { ...turn, decision: { kind: 'unknown', about: -1 } } : turn;
}

/** Something grave is told in few words ("onbekende man benadert leerling"); two or three are a search. */
const isStory = ({ manner, reading }: Understood): boolean =>
  manner === 'told' || (manner === 'named' && reading.features.words.length >= FEW);

const FEW = 4;
