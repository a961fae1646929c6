import { loadInstead } from '../../fakes/instead.ts';

/** Loaded before the program: see `own-loop.ts`. */
loadInstead({ '/src/main.ts ./delivery/loop.ts': './own-loop.ts' }, import.meta.url);
