import { randomUUID } from 'node:crypto';
import { doubtFormScreen } from '../../cards/case-forms.ts';
import type { Step } from '../../cards/screens.ts';
import type { Screen } from '../../conversation/reply.ts';
import type { Consult } from '../../doubt/advice.ts';
import { at, type Position } from '../../doubt/engine.ts';
import { nameOf, routeOf, whomToCall } from '../../doubt/route.ts';
import { type Case, holderOf } from '../../handover/case.ts';
import { nextInLine } from '../../handover/line.ts';
import { openCase, type Request } from '../../handover/opening.ts';
import type { Rules } from '../../handover/rules.ts';
import { overAt } from '../../handover/stages.ts';
import { phoneOf } from '../../organisation/contacts.ts';
import { personByEmail } from '../../organisation/people.ts';
import { contactsFor } from '../../protocol/protocol.ts';
import { type Staff, walkOf } from '../cases/staff.ts';
import { caseVerbs } from '../cases/verbs.ts';
import { whyWords } from '../cases/words.ts';
import { listed } from '../words.ts';

/** From the end of a walk to somebody: whom it goes to, and the form that says so. */

/** The button under an advice that ends at somebody; none where the protocol leaves nothing to ask. */
export function askSteps(position: Position, staff: Staff): Step[] {
  const consult = position.kind === 'advice' ? position.advice.consult : undefined;
  if (position.kind !== 'advice' || consult === undefined) return [];
  const names = listed(
    consult.roles.map((role) => nameOf(staff.protocol, role)),
    'of',
  );
  const title = `Vraag het aan ${names}`;
  return [
    {
      title: title.length <= 75 ? title : 'Vraag het aan wie hierover gaat',
      verb: caseVerbs.ask,
      data: { stand: position.state },
    },
  ];
}

/**
 * Whom a state ends at. A state that ends at nobody, is forged, or is of before the walk was changed, still gets its
 * question through: to whom the protocol names for a doubt.
 */
export function consultOf(staff: Staff, stand: string): Consult {
  const walk = walkOf(staff);
  const position = walk === undefined ? undefined : at(walk, stand);
  const consult = position?.kind === 'advice' ? position.advice.consult : undefined;
  return consult ?? usualConsult(staff);
}

function usualConsult({ protocol }: Staff): Consult {
  const [first] = contactsFor(protocol, { case: 'twijfel', audience: 'medewerker' });
  const { roles = [], article = '' } = first ?? {};
  return { subject: 'twijfel', roles, article, urgent: false };
}

/** What is sent: by the person's own school, never by what a card says. */
export function requestOf(staff: Staff, consult: Consult): Request {
  const { organisation, person, protocol } = staff;
  const article = consult.article === '' ? undefined : consult.article;
  return {
    organisation: organisation.id,
    kind: 'doubt',
    subject: consult.subject,
    urgent: consult.urgent,
    location: person.location,
    protocol: protocol.id,
    asker: person.email,
    recipients: routeOf(staff, consult).map(({ email, role, reason }) => ({
      email,
      role,
      reason,
      ...(article === undefined ? {} : { article }),
    })),
    excluded: [],
  };
}

/**
 * The form; undefined when there is nobody it could go to.
 * @param first lines that come before all others
 */
export function askForm(staff: Staff, stand: string, first: readonly string[] = []): Screen | undefined {
  const { organisation, protocol, doubts } = staff;
  const request = requestOf(staff, consultOf(staff, stand));
  const rules = doubts.desk.rulesFor(request);
  // A rehearsal of what sending will do, so that the form never promises somebody else.
  const opening = openCase(request, 'V-222222', doubts.desk.clock(), rules);
  const holding = opening && holderOf(opening.case);
  if (opening === undefined || holding === undefined) return undefined;
  const holder = personByEmail(organisation, holding.email);
  const phone = holder && phoneOf(organisation, '', holder);
  const { amount, unit } = rules.deadline;
  return doubtFormScreen({
    to: `Dit gaat naar ${holding.role}: ${whyWords(holding.reason, holding.article, protocol)}.`,
    lines: [
      ...first,
      ...(request.urgent && phone !== undefined ? [`Bellen mag ook meteen: ${phone}.`] : []),
      `Komt er binnen ${amount} ${unit === 'uur' || amount === 1 ? unit : 'werkdagen'} geen antwoord, dan ${otherwise(opening.case, rules)}.`,
      'Wie je vraag krijgt, leest wat je hier invult. Anderen niet.',
    ],
    send: { title: 'Versturen', verb: caseVerbs.send, data: { nonce: randomUUID(), stand } },
  });
}

/** What happens without an answer; never a promise that there is nobody for. */
function otherwise(kase: Case, rules: Rules): string {
  const isLast = nextInLine(kase, rules, overAt(kase, rules)) === undefined;
  return isLast ? 'blijf ik elke dag herinneren: verder is er niemand' : 'vraag ik het zelf verder';
}

/** What to say when a doubt can go to nobody. */
export function nobodyWords(staff: Staff): string {
  const numbers = whomToCall(staff);
  const call = numbers.length === 0 ? 'Overleg met iemand die je vertrouwt.' : `Bel ${listed(numbers, 'of')}.`;
  return `Ik heb niemand aan wie ik dit kan geven, en er is niets opgeslagen. ${call} Plaats het nog niet.`;
}
