import { listScreen } from '../../cards/list.ts';
import { textScreen } from '../../cards/text.ts';
import type { Reply } from '../../conversation/reply.ts';
import { keepsQuestions, ownersAt } from '../../organisation/owners.ts';
import type { Person } from '../../organisation/person.ts';
import type { Organisation } from '../../organisation/schema.ts';
import { roleFacts } from '../../protocol/facts.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import { forStaff, notDone } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import { staffOf } from '../cases/staff.ts';
import { notHere } from '../fixed.ts';
import { show, type Turn } from '../turn.ts';
import { fittingTitle } from '../words.ts';
import { type Gap, gapsIn } from './gaps.ts';

/** For who owns the protocol: what it left open. */

export const gapsCommand = 'vragen zonder antwoord';

/** What a card holds without becoming too large for a client. */
const ROWS = 20;
const QUESTIONS = 3;
const CHARACTERS = 150;

/** Undefined for another command; who does not own a protocol hears whom the list is for, and nothing of what is in it. */
export async function gapsFor(turn: Turn, name: string): Promise<readonly Reply[] | undefined> {
  const { remarks } = turn.ports;
  if (name !== gapsCommand || remarks === undefined) return undefined;
  if (turn.event.where.privacy === 'public') return [show(notHere())];
  const staff = staffOf(turn);
  if (staff === undefined) return [show(forStaff())];
  const { organisation, person } = staff;
  const owned = ownedBy(turn, organisation, person);
  if (owned.size === 0) return [show(forOwners(keepsQuestions(organisation)))];
  return guarded(
    staff,
    gapsCommand,
    async () => {
      const all = await remarks.all(organisation.id);
      return [show(listOf(gapsIn(all.filter(({ protocol }) => owned.has(protocol))), owned))];
    },
    () => show(notDone()),
  );
}

/** Whether somebody is to be told of the list. */
export const isOwner = ({ organisation, person, ...turn }: Turn): boolean =>
  organisation !== undefined && person !== undefined && ownedBy(turn, organisation, person).size > 0;

/** The protocols somebody owns, by their ids, each of a school where it is kept what it left open. */
function ownedBy(
  { ports }: Pick<Turn, 'ports'>,
  organisation: Organisation,
  person: Person,
): ReadonlyMap<string, Protocol> {
  if (!keepsQuestions(organisation)) return new Map();
  const owned = organisation.locations.flatMap((location): [string, Protocol][] => {
    const protocol = ports.protocolAt(location);
    if (protocol === undefined || !ownersAt(organisation, location.id, roleFacts(protocol)).includes(person)) return [];
    return [[protocol.id, protocol]];
  });
  return new Map(owned);
}

/** @param kept whether there is such a list at all */
function forOwners(kept: boolean) {
  const text = kept
    ? 'Deze lijst is voor wie op jouw school het protocol beheert.'
    : 'Jouw school bewaart geen vragen, dus er is geen lijst.';
  return textScreen({ title: '', text, steps: [] });
}

function listOf(gaps: readonly Gap[], owned: ReadonlyMap<string, Protocol>) {
  // Of one protocol nobody has to be told which it is.
  const nameOf = ({ protocol }: Gap) => (owned.size > 1 ? (owned.get(protocol)?.meta.school ?? protocol) : '');
  const items = gaps.slice(0, ROWS).map((gap) => ({
    title: titleOf(gap),
    text: textOf(gap, nameOf(gap)),
    step: { title: titleOf(gap), verb: 'vraag', data: { vraag: (gap.questions[0] ?? gap.topic).slice(0, 300) } },
  }));
  const more = gaps.length > ROWS ? ` Dit zijn de eerste ${ROWS}; er zijn er meer.` : '';
  return listScreen({
    title: 'Vragen zonder antwoord',
    intro: `Wat collega’s vroegen, zonder wie het was. Alleen wie het protocol beheert, ziet dit. Klik om te zien wat ik nu antwoord.${more}`,
    items,
    empty: 'Er is niets: alles wat gevraagd werd, had een antwoord.',
    steps: [],
  });
}

const titleOf = ({ topic }: Gap): string => fittingTitle(topic === '' ? 'Zonder onderwerp' : topic);

function textOf({ unanswered, down, questions, lines }: Gap, protocol: string): string {
  const counts = [
    protocol,
    unanswered === 0 ? '' : `${unanswered} keer geen antwoord`,
    down === 0 ? '' : `${down} keer een duim omlaag`,
  ];
  const said = [...questions.slice(0, QUESTIONS), ...lines.slice(0, 1)].map((text) => `“${text.slice(0, CHARACTERS)}”`);
  return [...counts, ...said].filter((part) => part !== '').join(' · ');
}
