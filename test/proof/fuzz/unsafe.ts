import { registerHooks } from 'node:module';

/** The control: doors that take every body for an activity, or for what Slack sends. */
registerHooks({
  resolve: (specifier, context, next) => {
    const from = context.parentURL ?? '';
    if (from.endsWith('/teams/guard.ts') && specifier === './activity.ts') {
      return { url: new URL('./unsafe-activity.ts', import.meta.url).href, shortCircuit: true };
    }
    if (from.endsWith('/slack/guard.ts') && specifier === './payload.ts') {
      return { url: new URL('./unsafe-payload.ts', import.meta.url).href, shortCircuit: true };
    }
    return next(specifier, context);
  },
});
