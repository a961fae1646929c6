import type { Screen } from '../../conversation/reply.ts';
import type { Case } from '../../handover/case.ts';
import { may, relationOf } from '../../handover/may.ts';
import type { Stage } from '../../handover/stages.ts';
import { doubtNoticeScreen } from '../doubt/notice.ts';
import { statusScreen } from '../doubt/status.ts';
import type { Ports } from '../ports.ts';
import { isReport } from '../report/kase.ts';
import { reportNoticeScreen } from '../report/notice.ts';
import { reportStatusScreen } from '../report/status.ts';
import { contextOf, type NoticeContext } from './context.ts';
import { noCase } from './fixed.ts';

/**
 * The card about a case for one person at a stage. Holds our own words only: a card in a chat survives on phones and in
 * exports. What somebody sees follows from what they are to the case; who is nothing to it gets what a stranger gets.
 */
export function noticeFor(kase: Case, stage: Stage, person: string, context: NoticeContext): Screen {
  const relation = relationOf(kase, { kind: 'person', organisation: kase.organisation, email: person });
  if (!may(relation, 'open', kase.kind)) return noCase();
  if (!isReport(kase)) {
    return relation === 'asker' ? statusScreen(kase, context) : doubtNoticeScreen(kase, stage, relation, context);
  }
  return relation === 'asker'
    ? reportStatusScreen(kase, context)
    : reportNoticeScreen(kase, stage, { relation, person }, context);
}

/** The same as the delivery loop asks for it. Throws when the organisation's file is gone: the loop tries again later. */
export function noticesOver(ports: Pick<Ports, 'organisation' | 'protocol' | 'protocolAt'>) {
  return (kase: Case, stage: Stage, person: string): Screen => {
    const organisation = ports.organisation(kase.organisation);
    if (organisation === undefined) throw new Error('The organisation of a case has no file any more.');
    return noticeFor(kase, stage, person, contextOf(kase, organisation, ports));
  };
}
