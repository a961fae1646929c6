import { registerHooks } from 'node:module';

/** Loaded before the program: see `own-loop.ts`. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === './delivery/loop.ts' && (context.parentURL ?? '').endsWith('/src/main.ts')
      ? { url: new URL('./own-loop.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
