import { registerHooks } from 'node:module';

/**
 * Loaded before the whole program: it then starts the engine at the first question, and prepares no protocol before it. Tests
 * start a program dozens of times, and few of these ever ask about a protocol; `main/warming` has its own.
 */
const ours: Readonly<Record<string, string>> = {
  '/src/main.ts ./main/warming.ts': './own-warming.ts',
  '/src/main/ports.ts ../answer/apart/apart.ts': './own-apart.ts',
};

registerHooks({
  resolve: (specifier, context, next) => {
    const from = /\/src\/.*$/.exec(context.parentURL ?? '')?.[0] ?? '';
    const own = ours[`${from} ${specifier}`];
    return own === undefined
      ? next(specifier, context)
      : { url: new URL(own, import.meta.url).href, shortCircuit: true };
  },
});
