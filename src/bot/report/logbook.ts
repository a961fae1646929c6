import type { JournalEntry } from '../../handover/journal.ts';
import type { Organisation } from '../../organisation/schema.ts';
import { functionOf } from '../cases/words.ts';
import type { ReportCase } from './kase.ts';

/** One line of a journal in plain Dutch. `at` is a moment in UTC, as the journal has it. */
export type LogbookLine = { readonly at: string; readonly by: string; readonly what: string };

/** Verbs of the journal; what is not here is the bot's own business. Stored verbs are never renamed: see handover/may.ts. */
const whats: Readonly<Record<string, string>> = {
  send: 'Melding gedaan',
  open: 'Melding gelezen',
  receive: 'Ontvangst bevestigd',
  start: 'In behandeling genomen',
  ask: 'Vraag gesteld aan de melder',
  answer: 'Antwoord of aanvulling gegeven',
  'release-name': 'De melder noemt de eigen naam',
  note: 'Notitie gemaakt',
  tick: 'Plicht afgevinkt of uitgelegd',
  'pass-on': 'Doorgezet',
  close: 'Afgehandeld',
  export: 'Dossier opgehaald',
  delivered: 'Bericht bezorgd',
  'deliver-failed': 'Bericht kon niet worden bezorgd',
  escalate: 'Doorgegeven omdat er geen antwoord kwam',
};

const SYSTEM = 'system';
const REPORTER = 'reporter';

/**
 * A journal for people. Left out: that somebody was excluded, and everything that somebody excluded did or that was done for
 * them.
 */
export function journalLines(
  journal: readonly JournalEntry[],
  kase: ReportCase,
  organisation: Organisation,
): readonly LogbookLine[] {
  const word = (id: string): string => {
    if (id === SYSTEM) return 'Bij Twijfel';
    return id === kase.asker || id === REPORTER ? 'de melder' : functionOf(organisation, id);
  };
  const ids = ({ actor, data }: JournalEntry) => [actor, ...whomIn(data)];
  return journal
    .filter(({ verb }) => Object.hasOwn(whats, verb))
    .filter((entry) => ids(entry).every((id) => !kase.excluded.includes(id)))
    .map((entry) => {
      const whom = whomIn(entry.data).at(-1);
      const towards = whom === undefined ? '' : `: ${word(whom)}`;
      return { at: entry.at, by: word(entry.actor), what: `${whats[entry.verb]}${towards}` };
    });
}

/** The people an entry names besides who did it; the last one is whom it came to. */
function whomIn(data: JournalEntry['data']): string[] {
  return ['from', 'person', 'to'].flatMap((name) => {
    const id = data[name];
    return typeof id === 'string' ? [id] : [];
  });
}
