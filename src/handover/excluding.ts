import { type Case, holderOf, type ReportCase, type Track } from './case.ts';
import type { Command } from './commands.ts';
import { isExcluded } from './line.ts';
import { byOf, entry, handedTo, nextFor, tellAsker } from './moving.ts';
import { changed, type Moment, type Outcome, refused, unchanged } from './outcome.ts';
import { type RowChange, recall } from './stages.ts';
import { everybodyIn, tracksOf, withLine } from './tracks.ts';

/**
 * Somebody must not know of it from now on. A line that they have goes to the next at once; a line that would be left with
 * nobody refuses all of it. The asker may be named and stays the asker: a refusal would tell who withheld their name. Also of
 * a report that is closed. The journal keeps how many, not who: it stands in clear text where the case does not.
 */
export function exclude(kase: ReportCase, { emails }: Extract<Command, { verb: 'exclude' }>, moment: Moment): Outcome {
  const named = [...new Set(emails.map((each) => each.trim().toLowerCase()))].filter((each) => each !== '');
  if (named.includes(byOf(moment))) return refused('not-this-person');
  const added = named.filter((each) => !kase.excluded.includes(each));
  if (added.length === 0) return unchanged;
  const without = withoutThoseToCome({ ...kase, excluded: [...kase.excluded, ...added] });
  const moved = kase.state === 'open' ? goneOn(without, moment) : { case: without, rows: [] };
  if (moved === undefined) return refused('nobody-left');
  const told = everybodyIn(kase).filter((each) => added.includes(each));
  return changed({
    case: moved.case,
    journal: [entry(kase, moment, 'exclude', { count: added.length })],
    rows: [...told.map((each) => ({ set: recall(each, moment.now) })), ...moved.rows],
  });
}

function withoutThoseToCome(kase: Case): Case {
  const cut = (track: Track): Track => ({
    ...track,
    recipients: track.recipients.filter(({ email }, i) => i <= track.at || !isExcluded(kase, email)),
  });
  return tracksOf(kase).reduce<Case>((before, track, line) => withLine(before, line, cut(track)), kase);
}

/** Every line that somebody excluded has goes to the next; undefined when one of them has nobody to go to. */
function goneOn(kase: Case, { rules, now }: Moment): { readonly case: Case; readonly rows: RowChange[] } | undefined {
  let after = kase;
  const rows: RowChange[] = [];
  for (const [line, track] of tracksOf(kase).entries()) {
    const holder = holderOf(track);
    if (holder === undefined || !isExcluded(kase, holder.email)) continue;
    const next = nextFor(after, line, rules, now);
    if (next === undefined) return undefined;
    const handed = handedTo(after, line, next, now);
    after = handed.case;
    rows.push(...handed.rows, ...(line === 0 ? [tellAsker(after, now)] : []));
  }
  return { case: after, rows };
}
