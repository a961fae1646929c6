import { textScreen } from '../../cards/text.ts';
import type { Screen } from '../../conversation/reply.ts';

/**
 * What is left of somebody's card of a case when a newer one came: one line without buttons. Without its number too, because
 * nobody can change it any more once it is replaced, and the person may be excluded later.
 */
export const movedNotice: Screen = textScreen({
  title: '',
  text: 'Hierover staat verderop een nieuwer bericht.',
  steps: [],
});
