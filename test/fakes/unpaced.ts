import { registerHooks } from 'node:module';

/**
 * Loaded before the whole program: it then writes without keeping to the limits of Teams and Slack, which are the matter of
 * `teams/rates` and `slack/outbound`. A test sends in seconds what people send in a day, and would wait for each limit.
 */
const ours: Readonly<Record<string, string>> = {
  '/src/teams/teams.ts ./rates.ts': './teams/own-rates.ts',
  '/src/slack/api.ts ./pacing.ts': './slack/own-pacing.ts',
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
