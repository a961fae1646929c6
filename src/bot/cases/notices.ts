import type { Screen } from '../../conversation/reply.ts';
import type { Case } from '../../handover/case.ts';
import { may, type Relation, relationOf } from '../../handover/may.ts';
import { type Stage, stages } from '../../handover/stages.ts';
import { doubtNoticeScreen } from '../doubt/notice.ts';
import { statusScreen } from '../doubt/status.ts';
import type { Ports } from '../ports.ts';
import { isReport } from '../report/kase.ts';
import { reportNoticeScreen } from '../report/notice.ts';
import { reportStatusScreen } from '../report/status.ts';
import { contextOf, type NoticeContext } from './context.ts';
import { noCase } from './fixed.ts';
import { caseVerbs } from './verbs.ts';

/**
 * The card about a case for one person at a stage. Holds our own words only: a card in a chat survives on phones and in
 * exports. What somebody sees follows from what they are to the case; who is nothing to it gets what a stranger gets.
 */
export function noticeFor(kase: Case, stage: Stage, person: string, context: NoticeContext): Screen {
  const relation = relationOf(kase, { kind: 'person', organisation: kase.organisation, email: person });
  if (!may(relation, 'open', kase.kind)) return noCase();
  const screen = drawn(kase, stage, { relation, person }, context);
  return { ...screen, refresh: { verb: caseVerbs.refresh, data: { ref: kase.ref, stap: stage } } };
}

function drawn(
  kase: Case,
  stage: Stage,
  who: { readonly relation: Relation; readonly person: string },
  context: NoticeContext,
): Screen {
  const asked = who.relation === 'asker';
  if (!isReport(kase))
    return asked ? statusScreen(kase, context) : doubtNoticeScreen(kase, stage, who.relation, context);
  return asked ? reportStatusScreen(kase, context) : reportNoticeScreen(kase, stage, who, context);
}

/**
 * The stage of a card that is drawn anew because it was opened. What a card says of its stage may have been changed by whoever
 * holds it, and is only ever words: who may see what follows from the case.
 */
export function stageOf(kase: Case, given: string | undefined): Stage {
  const stage = stages.find((each) => each === given) ?? 'tell';
  // "Bevestig de ontvangst" is over once that was done.
  const received = isReport(kase) && kase.receivedAt !== undefined;
  return received && (stage === 'remind' || stage === 'daily') ? 'tell' : stage;
}

/** The same as the delivery loop asks for it. Throws when the organisation's file is gone: the loop tries again later. */
export function noticesOver(ports: Pick<Ports, 'organisation' | 'protocol' | 'protocolAt'>) {
  return (kase: Case, stage: Stage, person: string): Screen => {
    const organisation = ports.organisation(kase.organisation);
    if (organisation === undefined) throw new Error('The organisation of a case has no file any more.');
    return noticeFor(kase, stage, person, contextOf(kase, organisation, ports));
  };
}
