import { registerHooks } from 'node:module';

/**
 * Loaded before the whole program: it then prepares no protocol before the first question about it. Tests start a program
 * dozens of times, and few of these ever ask about a protocol; `main/warming` has its own.
 */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === './main/warming.ts' && (context.parentURL ?? '').endsWith('/src/main.ts')
      ? { url: new URL('./own-warming.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
