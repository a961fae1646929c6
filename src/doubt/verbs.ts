import type { Step } from '../cards/screens.ts';
import type { State } from './state.ts';

/**
 * The buttons of a walk. Verbs live in messages for years: never rename one. `stand` is the walk's state, to be given to the
 * engine as it is, which refuses what it does not know.
 */
export const verbs = {
  /** Begins; with `begin: ontsporing` where a discussion derails, with `opnieuw: ja` on the card that is there. */
  begin: 'twijfel',
  /** `stand`, `keuze`: the engine's `choose`. */
  choose: 'twijfel-kies',
  /** `stand`: the engine's `back`. */
  back: 'twijfel-terug',
  /** `stand`: the engine's `at`; the way back from an article. */
  here: 'twijfel-hier',
  /** `stand`, `artikel`: the whole article, with `hereStep` as its way back. */
  article: 'twijfel-artikel',
  /** `stand`: puts the card away. */
  stop: 'twijfel-stop',
} as const;

export const beginStep = (title: string): Step => ({ title, verb: verbs.begin, data: {} });

/** The same on the card of a walk, which begins anew rather than stay behind beside another one. */
export const restartStep = (title: string): Step => ({ title, verb: verbs.begin, data: { opnieuw: 'ja' } });

export const chooseStep = (title: string, state: State, choice: string): Step => ({
  title,
  verb: verbs.choose,
  data: { stand: state, keuze: choice },
});

export const backStep = (state: State): Step => ({ title: 'Terug', verb: verbs.back, data: { stand: state } });

export const hereStep = (state: State): Step => ({ title: 'Terug', verb: verbs.here, data: { stand: state } });

export const stopStep = (state: State): Step => ({ title: 'Stoppen', verb: verbs.stop, data: { stand: state } });

export const articleStep = (title: string, state: State, article: string): Step => ({
  title,
  verb: verbs.article,
  data: { stand: state, artikel: article },
});
