import { registerHooks } from 'node:module';

/** Slack's second between two messages in a chat is not what is proved here. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.endsWith('/pacing.ts')
      ? { url: new URL('./unpaced-pacing.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
