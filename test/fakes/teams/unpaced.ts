import { registerHooks } from 'node:module';

/** Loaded before the whole program: it then writes to Teams without keeping to its limits, which `teams/rates` is about. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === './rates.ts' && (context.parentURL ?? '').endsWith('/src/teams/teams.ts')
      ? { url: new URL('./own-rates.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
