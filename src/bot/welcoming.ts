import type { Screen } from '../conversation/reply.ts';
import { welcome } from './fixed.ts';
import { isStaff, type Turn } from './turn.ts';

/** The first thing somebody sees: what the bot does for them there, and what it keeps. */
export function welcomeTo(turn: Turn): Screen {
  if (turn.event.where.privacy === 'public') return welcome(turn.school, 'public');
  return welcome(turn.school, isStaff(turn) ? 'staff' : 'stranger');
}
