import type { Answer } from '../../answer/answer.ts';
import { textScreen } from '../../cards/text.ts';
import type { Values } from '../../conversation/event.ts';
import type { Reply } from '../../conversation/reply.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import type { Pupil } from '../../protocol/pupil.ts';
import { asksConduct } from '../../report/conduct.ts';
import type { Report } from '../../report/report.ts';
import { inDialog } from '../cases/fixed.ts';
import type { Staff } from '../cases/staff.ts';
import type { Turn } from '../turn.ts';
import { casesTold } from './danger.ts';
import { reportVerbs } from './verbs.ts';

/**
 * The question before the check: is it about somebody of the school who comes too close to a pupil? Staff seldom use the words
 * of the law, and the answer decides whether a leidinggevende may see it at all.
 */

const TITLE = 'Eén vraag vooraf';

/** Whether the question must be put: once it is answered, the draft holds `grens`. */
export const mustAskConduct = (staff: Staff, report: Report, { grens }: Values): boolean =>
  grens === undefined && asksConduct(report, casesTold(report), staff.doubts.reports.mayTellConduct);

/** @param nonce under which what was typed waits @param pupil the word of the school */
export function conductDialog(nonce: string, { one }: Pupil): Reply {
  const answer = (title: string, grens: string) => ({
    title,
    verb: reportVerbs.conduct,
    data: { form: nonce, grens },
  });
  return inDialog(
    TITLE,
    textScreen({
      title: `Gaat dit over iemand van school die te dichtbij een ${one} komt?`,
      text:
        `Bijvoorbeeld met seksuele of verliefde berichten, foto’s, aanraken of een relatie. En is die ${one} misschien jonger ` +
        'dan 18? Dan moet het bestuur het meteen weten. Je melding gaat dan rechtstreeks naar het bestuur; leidinggevenden ' +
        'krijgen die niet te zien.',
      steps: [
        answer('Ja, of misschien', 'ja'),
        answer('Nee', 'nee'),
        { title: 'Terug', verb: reportVerbs.back, data: { form: nonce } },
      ],
    }),
  );
}

/** An answer to what may tell of it: the law's own way, past every leidinggevende, stands first. */
export function withConductLaw({ ports }: Turn, { meta }: Protocol, question: string, answer: Answer): Answer {
  const { doubts } = ports;
  if (answer.kind !== 'report' || !doubts?.reports.mayTellConduct(question)) return answer;
  const applies = doubts.law.filter(
    ({ cases, sectors }) => cases.includes('seksueel-door-personeel') && sectors.includes(meta.sector),
  );
  return { ...answer, law: [...new Set([...applies, ...answer.law])] };
}
