import { type Case, holderOf, type Placed, type Track } from './case.ts';

/**
 * The lines of a case: number 0 is the main line, those beside it follow. What works on a case works on one of its lines by
 * `onLine`, and `withLine` puts what came of it back.
 */

export function tracksOf(kase: Case): readonly Track[] {
  return [kase, ...(kase.beside ?? [])];
}

/** The case as somebody in one of its lines has it. */
export function onLine(kase: Case, line: number): Case {
  const track = kase.beside?.[line - 1];
  return track === undefined ? kase : withTrack(kase, track);
}

/** The case with one of its lines as it is in `after`. */
export function withLine(kase: Case, line: number, after: Track): Case {
  if (line === 0 || kase.beside === undefined) return withTrack(kase, after);
  return { ...kase, beside: kase.beside.map((track, i) => (i === line - 1 ? trackOf(after) : track)) };
}

/** The lines that somebody has now, the main one first. */
export function heldBy(kase: Case, email: string): readonly number[] {
  return tracksOf(kase).flatMap((track, line) => (holderOf(track)?.email === email ? [line] : []));
}

/** Whether whoever has this line is still to answer: a doubt until it is decided, a report until receipt is confirmed. */
export function waits(kase: Case, line: number): boolean {
  if (kase.state !== 'open') return false;
  return kase.kind === 'doubt' || onLine(kase, line).receivedAt === undefined;
}

/**
 * The line whose clock counts for somebody: the main one while the case is open, or else the first that waits for them. They
 * are told once: their other lines go along with it.
 */
export function leadOf(kase: Case, email: string): number | undefined {
  if (kase.state !== 'open') return undefined;
  return heldBy(kase, email).find((line) => line === 0 || waits(kase, line));
}

/** Who something is due for until they answer: who has a line that counts for them. Nobody once the case is closed. */
export function whoAnswers(kase: Case): string[] {
  const holders = tracksOf(kase).flatMap((track) => holderOf(track)?.email ?? []);
  return [...new Set(holders)].filter((email) => leadOf(kase, email) !== undefined);
}

/** In the hands of somebody else, with a clock of their own. */
export function movedTo(track: Track, next: Placed, now: Date): Track {
  const had = track.recipients.slice(0, track.at + 1);
  const later = track.recipients.slice(track.at + 1).filter((each) => each.email !== next.email);
  return { recipients: [...had, next, ...later], at: track.at + 1, since: now.toISOString() };
}

/** Receipt confirmed of every line that somebody has and that still waits for that; their clock begins anew. */
export function receivedBy(kase: Case, email: string, now: Date): Case {
  const at = now.toISOString();
  return heldBy(kase, email)
    .filter((line) => onLine(kase, line).receivedAt === undefined)
    .reduce((before, line) => withLine(before, line, { ...onLine(before, line), since: at, receivedAt: at }), kase);
}

/** Who has or had the case, in any line; not who is still to come. */
export function everybodyIn(kase: Case): string[] {
  const all = tracksOf(kase).flatMap(({ recipients, at }) => recipients.slice(0, at + 1).map(({ email }) => email));
  return [...new Set(all)];
}

function trackOf({ recipients, at, since, receivedAt }: Track): Track {
  return { recipients, at, since, ...(receivedAt === undefined ? {} : { receivedAt }) };
}

function withTrack(kase: Case, track: Track): Case {
  const { receivedAt: _ofTheOther, ...rest } = kase;
  return { ...rest, ...trackOf(track) };
}
