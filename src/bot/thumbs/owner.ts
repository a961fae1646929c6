import { listScreen } from '../../cards/list.ts';
import type { Reply } from '../../conversation/reply.ts';
import { holds } from '../../organisation/people.ts';
import { notDone } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import { staffOf } from '../cases/staff.ts';
import { show, type Turn } from '../turn.ts';
import { fittingTitle } from '../words.ts';
import { type Gap, gapsIn } from './gaps.ts';

/** For who owns the protocol: what it left open. To everybody else the command is a question like any other. */

export const gapsCommand = 'vragen zonder antwoord';

/** What a card holds without becoming too large for a client. */
const ROWS = 20;
const QUESTIONS = 3;

/** Undefined for who does not own it, and where others read along. */
export function gapsFor(turn: Turn, name: string): Promise<readonly Reply[]> | undefined {
  const staff = name === gapsCommand ? staffOf(turn) : undefined;
  const { remarks } = turn.ports;
  if (staff === undefined || remarks === undefined) return undefined;
  const { organisation, person, protocol } = staff;
  if (organisation.owner === undefined || !holds(person, organisation.owner)) return undefined;
  return guarded(
    staff,
    gapsCommand,
    async () => {
      const all = await remarks.all(organisation.id);
      const gaps = gapsIn(all.filter((remark) => remark.protocol === protocol.id));
      const items = gaps.slice(0, ROWS).map((gap) => ({ title: titleOf(gap), text: textOf(gap), step: stepOf(gap) }));
      const more = gaps.length > ROWS ? ` Dit zijn de eerste ${ROWS}; er zijn er meer.` : '';
      const intro = `Wat collega’s vroegen, zonder wie het was. Klik om te zien wat ik nu antwoord.${more}`;
      const empty = 'Er is niets: alles wat gevraagd werd, had een antwoord.';
      return [show(listScreen({ title: 'Vragen zonder antwoord', intro, items, empty, steps: [] }))];
    },
    () => show(notDone()),
  );
}

const titleOf = ({ topic }: Gap): string => fittingTitle(topic === '' ? 'Zonder onderwerp' : topic);

function textOf({ unanswered, down, questions, lines }: Gap): string {
  const counts = [
    unanswered === 0 ? '' : `${unanswered} keer geen antwoord`,
    down === 0 ? '' : `${down} keer een duim omlaag`,
  ];
  const said = [...questions.slice(0, QUESTIONS), ...lines.slice(0, 1)].map((text) => `“${text.slice(0, 150)}”`);
  return [...counts, ...said].filter((part) => part !== '').join(' · ');
}

const stepOf = (gap: Gap) => ({
  title: titleOf(gap),
  verb: 'vraag',
  data: { vraag: (gap.questions[0] ?? gap.topic).slice(0, 300) },
});
