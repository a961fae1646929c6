import type { Screen } from '../conversation/reply.ts';
import { type Helped, help, welcome } from './fixed.ts';
import { isOwner } from './thumbs/owner.ts';
import { keptWords } from './thumbs/told.ts';
import { isStaff, type Turn } from './turn.ts';

/** The first thing somebody sees: what the bot does for them there, and what it keeps. */
export function welcomeTo(turn: Turn): Screen {
  if (turn.event.where.privacy === 'public') return welcome(turn.school, 'public', undefined);
  return welcome(turn.school, isStaff(turn) ? 'staff' : 'stranger', keptWords(turn));
}

/** What they can ask there. */
export function helpTo(turn: Turn): Screen {
  const { school } = turn;
  const isPublic = turn.event.where.privacy === 'public';
  const helped: Helped = { staff: isStaff(turn), school, owner: !isPublic && isOwner(turn), kept: keptWords(turn) };
  return help(helped);
}
