import { loadInstead } from './instead.ts';

/** Without credentials no activity may ever come: the library for them is a fifth of a start. */
const late =
  process.env.MicrosoftAppId === undefined ? { '/src/teams/teams.ts ./adapter.ts': './teams/late-adapter.ts' } : {};

/**
 * Loaded before the whole program: it then starts the engine at the first question, and prepares no protocol before it. Tests
 * start a program dozens of times, and few of these ever ask about a protocol; `main/warming` has its own.
 */
loadInstead(
  {
    '/src/main.ts ./main/warming.ts': './own-warming.ts',
    '/src/main/ports.ts ../answer/apart/apart.ts': './own-apart.ts',
    ...late,
  },
  import.meta.url,
);
