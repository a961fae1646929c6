import type { Step } from '../../cards/screens.ts';
import { reportDialogVerbs } from '../report/verbs.ts';

/**
 * The buttons and forms of a case, besides those of the walk (`doubt/verbs.ts`). Verbs live in messages for years: never
 * rename one. `ref` says which case is meant and nothing else; who may what is asked of the table, each time.
 */
export const caseVerbs = {
  /** `stand`: the form for asking somebody. */
  ask: 'vraag-aan',
  /** Submit: `stand`, `draft`, `link`, `vraag`. */
  send: 'stuur-twijfel',
  /** `ref`: the dialog with the text. */
  open: 'open-zaak',
  receive: 'ontvangen',
  /** Submit: `ref`, `besluit`, `toelichting`, `artikel`. */
  decide: 'beslis',
  /** `ref`: the form for passing on. */
  passOnForm: 'doorzet-vraag',
  /** Submit: `ref`, `naar`, `reden`. */
  passOn: 'doorzetten',
  withdraw: 'trek-in',
  /** `ref`: how it stands now; with `uit: lijst` as a card of its own. */
  look: 'zaak',
  /** `ref`, `stap`: the card asks by itself how it stands now, each time it is opened; `stap` is the stage it was sent at. */
  refresh: 'ververs',
} as const;

/** What somebody thinks of an answer. Like all verbs: never rename one. */
export const thumbVerbs = {
  /** `answer`: its key; `op`: goed or fout. */
  thumb: 'duim',
  /** The same: the form for a line. */
  lineForm: 'duim-woord',
  /** Submit: the same, and `tekst`. */
  line: 'duim-stuur',
} as const;

/** The buttons that open a dialog. */
export const dialogVerbs: ReadonlySet<string> = new Set([
  caseVerbs.ask,
  caseVerbs.open,
  caseVerbs.passOnForm,
  thumbVerbs.lineForm,
  ...reportDialogVerbs,
]);

const step = (title: string, verb: string, ref: string): Step => ({ title, verb, data: { ref } });

export const openStep = (ref: string, title = 'Openen'): Step => step(title, caseVerbs.open, ref);
export const receiveStep = (ref: string): Step => step('Ontvangst bevestigen', caseVerbs.receive, ref);
export const passOnStep = (ref: string): Step => step('Doorzetten', caseVerbs.passOnForm, ref);
export const withdrawStep = (ref: string): Step => step('Intrekken', caseVerbs.withdraw, ref);
export const lookStep = (ref: string): Step => step('Hoe staat het ervoor?', caseVerbs.look, ref);

/** A row of a list: the list stays where it is. */
export const rowStep = (title: string, ref: string): Step => ({
  title,
  verb: caseVerbs.look,
  data: { ref, uit: 'lijst' },
});
