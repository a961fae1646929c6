import { textScreen } from '../../cards/text.ts';
import type { Screen } from '../../conversation/reply.ts';

/** What is left of somebody's card of a case that was kept long enough: one line, without its number and without buttons. */
export const removedNotice: Screen = textScreen({
  title: '',
  text: 'Dit bericht is verwijderd. Je school bewaart het niet langer.',
  steps: [],
});
