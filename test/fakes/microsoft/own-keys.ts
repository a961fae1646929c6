import { registerHooks } from 'node:module';

/**
 * Loaded before the whole program: its door then believes keys of ours instead of Microsoft's, and may write to a connector
 * of ours; all else is as it is. Addresses and token come from the environment.
 */
const ours: Readonly<Record<string, string>> = {
  './adapter.ts': './own-adapter.ts',
  './service-url.ts': './own-service-url.ts',
};

registerHooks({
  resolve: (specifier, context, next) => {
    const own = (context.parentURL ?? '').endsWith('/teams/teams.ts') ? ours[specifier] : undefined;
    return own === undefined
      ? next(specifier, context)
      : { url: new URL(own, import.meta.url).href, shortCircuit: true };
  },
});
