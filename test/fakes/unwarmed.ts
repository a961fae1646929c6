import { loadInstead } from './instead.ts';

/**
 * Loaded before the whole program: it then starts the engine at the first question, and prepares no protocol before it. Tests
 * start a program dozens of times, and few of these ever ask about a protocol; `main/warming` has its own.
 */
loadInstead(
  {
    '/src/main.ts ./main/warming.ts': './own-warming.ts',
    '/src/main/ports.ts ../answer/apart/apart.ts': './own-apart.ts',
  },
  import.meta.url,
);
