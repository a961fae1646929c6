import type { Screen } from '../conversation/reply.ts';
import { type Helped, help, welcome } from './fixed.ts';
import { isOwner } from './thumbs/owner.ts';
import { keptWords } from './thumbs/told.ts';
import { isStaff, type Turn } from './turn.ts';

/** The first thing somebody sees: what the bot does for them there, and what it keeps. */
export function welcomeTo(turn: Turn): Screen {
  if (turn.event.where.privacy === 'public') return welcome(schoolOf(turn), 'public', undefined);
  return welcome(schoolOf(turn), isStaff(turn) ? 'staff' : 'stranger', keptWords(turn));
}

/** A school that uses the protocol of another is greeted by its own name. */
function schoolOf({ organisation, person, school }: Turn): string {
  if (school === undefined) return '';
  const using = organisation?.locations.filter(({ protocol }) => protocol === school.id) ?? [];
  const own = using.find(({ id }) => id === person?.location) ?? (using.length === 1 ? using[0] : undefined);
  return own?.name ?? school.meta.school;
}

/** What they can ask there. */
export function helpTo(turn: Turn): Screen {
  const { school } = turn;
  const isPublic = turn.event.where.privacy === 'public';
  const helped: Helped = { staff: isStaff(turn), school, owner: !isPublic && isOwner(turn), kept: keptWords(turn) };
  return help(helped);
}
