import { registerHooks } from 'node:module';

/** The control: a door that takes every body for an activity, and every message of the page for what it seems. */
registerHooks({
  resolve: (specifier, context, next) => {
    const from = context.parentURL ?? '';
    if (from.endsWith('/teams/guard.ts') && specifier === './activity.ts') {
      return { url: new URL('./unsafe-activity.ts', import.meta.url).href, shortCircuit: true };
    }
    return next(specifier, context);
  },
});
