import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Screen } from '../conversation/reply.ts';
import type { Case } from '../handover/case.ts';
import { lookingVerbs } from '../handover/journal.ts';
import type { CaseStore, Clock, Messenger, NotTaken, PersonStore } from '../handover/ports.ts';
import { kindOf, type Log } from './log.ts';
import { update } from './sending.ts';

/** For so long a platform that is away keeps a case; then it goes, whatever its cards still show. */
const PATIENCE_MS = 7 * 24 * 3_600_000;

/** An organisation, as far as keeping goes. */
export type Keeper = {
  readonly id: string;
  /** Everybody who works there now. */
  readonly emails: readonly string[];
  /** What ended before this moment has been kept long enough; undefined: for ever. */
  longEnough(kind: Case['kind'], now: Date): Date | undefined;
};

export type Retaining = {
  readonly cases: Pick<CaseStore, 'endedBefore' | 'load' | 'journalOf' | 'messagesOf' | 'rememberMessage' | 'erase'>;
  readonly people: Pick<PersonStore, 'keepOnly'>;
  readonly messenger: Messenger;
  readonly keepers: readonly Keeper[];
  /** What becomes of the cards of a case. */
  readonly removed: Screen;
  readonly clock: Clock;
  readonly log: Log & { info(fields: Readonly<Record<string, unknown>>, message: string): void };
};

/**
 * Removes what was kept long enough: first its cards say nothing any more, then its text, its journal and its key go. What
 * the bestuur has on hold stays. Never rejects: what fails is logged by reference, and tried again at the next time.
 */
export async function removeOld(retaining: Retaining): Promise<void> {
  const { keepers, people, log } = retaining;
  for (const keeper of keepers) {
    try {
      for (const kind of ['doubt', 'report'] as const) await removeKind(retaining, keeper, kind);
      await people.keepOnly(keeper.id, keeper.emails);
    } catch (cause) {
      log.error({ kind: kindOf(cause) }, 'What was kept long enough could not be removed; it is tried again tomorrow.');
    }
  }
}

async function removeKind(retaining: Retaining, { id, longEnough }: Keeper, kind: Case['kind']): Promise<void> {
  const { cases, clock, log } = retaining;
  const moment = longEnough(kind, clock());
  if (moment === undefined) return;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const refs: readonly string[] = await cases.endedBefore(id, moment, after);
    for (const ref of refs) {
      // Whoever asks something meanwhile comes between, see loop.ts.
      await nextTurn();
      await removeOne(retaining, { ref, kind, moment }).catch((cause: unknown) =>
        log.error({ ref, kind: kindOf(cause) }, 'A case could not be removed; it is tried again tomorrow.'),
      );
    }
    after = refs.at(-1);
  }
}

/** Something that ended before a moment, if it is of this kind. */
type Old = { readonly ref: string; readonly kind: Case['kind']; readonly moment: Date };

async function removeOne(retaining: Retaining, { ref, kind, moment }: Old): Promise<void> {
  const { cases, log } = retaining;
  const stored = await cases.load(ref);
  if (stored === undefined || stored.case.kind !== kind || stored.case.hold !== undefined) return;
  const happened = (await cases.journalOf(ref)).filter(({ verb }) => !lookingVerbs.includes(verb));
  const last = happened.at(-1)?.at ?? stored.case.openedAt;
  const isNew = moment.getTime() - Date.parse(last) < PATIENCE_MS;
  if (!(await cardsSilenced(retaining, stored.case)) && isNew) {
    log.warn({ ref }, 'A case stays until its cards can be changed.');
    return;
  }
  if ((await cases.erase(ref, stored.version)) === 'ok')
    log.info({ ref }, 'A case was removed: it was kept long enough.');
}

/** Every card of a case shows one line; false when a platform could not do that now. One that is gone is silent. */
async function cardsSilenced({ cases, messenger, removed }: Retaining, kase: Case): Promise<boolean> {
  const { ref, organisation, excluded } = kase;
  let silent = true;
  // The cards of who must know nothing of it say nothing already.
  const cards = (await cases.messagesOf(ref)).filter(({ person }) => !excluded.includes(person));
  for (const card of cards) {
    const outcome: 'ok' | NotTaken = await update(
      { cases, messenger },
      { organisation, email: card.person },
      card,
      removed,
    );
    if (outcome !== 'ok' && outcome.refused === 'temporary') silent = false;
  }
  return silent;
}
