import { registerHooks } from 'node:module';

/**
 * For a module that is loaded before the whole program: what the program then imports instead of modules of its own.
 * @param ours by who imports and what, as in `/src/teams/teams.ts ./rates.ts`, and the module that comes instead
 * @param base the URL that those modules are beside
 */
export function loadInstead(ours: Readonly<Record<string, string>>, base: string): void {
  registerHooks({
    resolve: (specifier, context, next) => {
      const from = /\/src\/.*$/.exec(context.parentURL ?? '')?.[0] ?? '';
      const own = ours[`${from} ${specifier}`];
      return own === undefined ? next(specifier, context) : { url: new URL(own, base).href, shortCircuit: true };
    },
  });
}
