import { textScreen } from '../../cards/text.ts';
import type { Dialog, Reply, Screen } from '../../conversation/reply.ts';
import { show } from '../turn.ts';

/** Screens about doubts and cases whose words never change. */

const plain = (title: string, text: string): Screen => textScreen({ title, text, steps: [] });

/** To who is not in the organisation file, whatever it was about. */
export const forStaff = (): Screen =>
  plain(
    '',
    'Dit doe ik alleen voor medewerkers die hier bekend zijn. Vragen over het protocol beantwoord ik wel. Werk je hier? Vraag de beheerder om je toe te voegen.',
  );

/** The same words for a case that does not exist and for one that is not for this person. */
export const noCase = (): Screen =>
  plain('', 'Dit nummer ken ik niet. Kijk of het klopt, of typ “mijn vragen”, “mijn meldingen” of “openstaand”.');

/** For a form about a case that was closed meanwhile. */
export const over = (): Screen => plain('', 'Dit is al afgehandeld.');

export const notDone = (): Screen =>
  plain('Nog niet gelukt', 'Dit is nog niet opgeslagen. Er is niets veranderd. Probeer het zo opnieuw.');

/** The store has it and cannot read it: its key is missing, or it was changed outside the bot. */
const UNREADABLE =
  'Dit kan nu niet gelezen worden. Er is niets veranderd. Zeg het tegen je beheerder, en bel als het haast heeft.';

/** The same reply about what cannot be read. */
export function unreadable(reply: Reply): Reply {
  const screen = plain('Nu niet te lezen', UNREADABLE);
  if (reply.kind === 'dialog') return inDialog(reply.dialog.title, screen);
  return reply.kind === 'field-errors' ? fieldError('', UNREADABLE) : show(screen);
}

/** What a button that asked for a dialog gets. */
export const inDialog = (title: string, screen: Screen): Reply => {
  const dialog: Dialog = { ...screen, title };
  return { kind: 'dialog', dialog };
};

export const fieldError = (field: string, message: string): Reply => ({
  kind: 'field-errors',
  errors: [{ field, message }],
});

/** The store did not take a form: nothing is promised. About no field of it, so it stands above them. */
export const notSaved = (): Reply => fieldError('', 'Dit is nog niet opgeslagen. Wacht even en verstuur het opnieuw.');
