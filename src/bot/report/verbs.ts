import type { Step } from '../../cards/screens.ts';
import { fittingTitle } from '../words.ts';

/**
 * The buttons and forms of a report, besides those that all cases share (`cases/verbs.ts`). Verbs live in messages for years:
 * never rename one. `ref` says which case is meant and nothing else; who may what is asked of the table, each time.
 */
export const reportVerbs = {
  /** The form; `antwoord` is the key of a question whose text is taken over. */
  begin: 'meld',
  /** Submit: the fields of the form; shows the folded ones. */
  more: 'meld-meer',
  /** Submit: the fields of the form; shows who will get it. */
  next: 'meld-verder',
  /** `form`, `grens`: whether it is about somebody of the school and a pupil; then who will get it. */
  conduct: 'meld-grens',
  /** `form`: back to the form with this nonce. */
  back: 'meld-terug',
  /** Submit: `over`. What was typed waits under the nonce. */
  send: 'meld-verstuur',

  /** The one who has it: in hand. */
  start: 'in-behandeling',
  askForm: 'vraag-terug',
  /** Submit: `ref`, `tekst`. */
  ask: 'stel-vraag',
  noteForm: 'notitie',
  /** Submit: `ref`, `tekst`. */
  note: 'schrijf-notitie',
  excludeForm: 'sluit-uit',
  /** Submit: `ref`, `over`. */
  exclude: 'uitsluiten',
  /** `ref`, `plicht`: the form of one duty. */
  tickForm: 'plicht',
  /** Submit: `ref`, `plicht`, `staat`, `tekst`. */
  tick: 'vink-af',
  /** Submit: `ref`, `plichten` (ids with commas), `plicht0` … for each of them, `tekst`. */
  settle: 'vink-plichten-af',
  closeForm: 'rond-af',
  /** Submit: `ref`, `uitkomst`, `terugkoppeling`. */
  close: 'afhandelen',

  /** `ref`: where the dossier can be fetched. */
  dossier: 'dossier',

  /** `ref`, `vanaf`: all messages, from that one on. */
  messages: 'berichten',

  /** The reporter: an answer, or something to add. */
  answerForm: 'antwoord',
  /** Submit: `ref`, `tekst`. */
  answer: 'geef-antwoord',
  /** What giving the name means, and the button that does it. */
  nameForm: 'naam-noemen',
  name: 'noem-naam',
} as const;

/** The buttons that open a dialog. */
export const reportDialogVerbs: readonly string[] = [
  reportVerbs.begin,
  reportVerbs.conduct,
  reportVerbs.back,
  reportVerbs.askForm,
  reportVerbs.noteForm,
  reportVerbs.excludeForm,
  reportVerbs.tickForm,
  reportVerbs.closeForm,
  reportVerbs.messages,
  reportVerbs.dossier,
  reportVerbs.answerForm,
  reportVerbs.nameForm,
];

const step = (title: string, verb: string, ref: string): Step => ({ title, verb, data: { ref } });

export const startStep = (ref: string): Step => step('In behandeling nemen', reportVerbs.start, ref);
export const askStep = (ref: string): Step => step('Iets vragen aan de melder', reportVerbs.askForm, ref);
export const noteStep = (ref: string): Step => step('Notitie maken', reportVerbs.noteForm, ref);
export const excludeStep = (ref: string): Step => step('Iemand uitsluiten', reportVerbs.excludeForm, ref);
export const dossierStep = (ref: string): Step => step('Dossier', reportVerbs.dossier, ref);
export const closeStep = (ref: string): Step => step('Afhandelen', reportVerbs.closeForm, ref);
export const nameStep = (ref: string): Step => step('Noem mijn naam alsnog', reportVerbs.nameForm, ref);
/** @param asked whether a question waits for the reporter */
export const answerStep = (ref: string, asked: boolean): Step =>
  step(asked ? 'Antwoord geven' : 'Iets toevoegen', reportVerbs.answerForm, ref);

/** One duty on the checklist. */
export const tickStep = (title: string, ref: string, duty: string): Step => ({
  title: fittingTitle(title),
  verb: reportVerbs.tickForm,
  data: { ref, plicht: duty },
});

/** @param answer the key under which the conversation remembers the text to take over */
export const reportStep = (title: string, answer: string): Step => ({
  title,
  verb: reportVerbs.begin,
  data: { antwoord: answer },
});

/** @param from the number of the first message to show, counted from 0 */
export const messagesStep = (ref: string, from: number, title = 'Alle berichten'): Step => ({
  title,
  verb: reportVerbs.messages,
  data: { ref, vanaf: String(from) },
});
