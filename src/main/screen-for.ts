import { textScreen } from '../cards/text.ts';
import type { ScreenFor } from '../delivery/carry-out.ts';

/** The least that a card about a case can say, until the bot's own notices take its place. */
export const screenFor: ScreenFor = ({ ref, state }) =>
  textScreen({
    title: `Vraag ${ref}`,
    text: state === 'open' ? 'Deze vraag wacht op een besluit.' : 'Deze vraag is afgehandeld.',
    steps: [],
  });
