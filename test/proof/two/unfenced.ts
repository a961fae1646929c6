import type { Without } from '../without.ts';

/** The control: who lost their claim settles all the same. */
export const unfenced: Without = { file: '/src/store/work.ts', code: ".where('claim', '=', due.claim)", instead: '' };
