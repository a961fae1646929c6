import { registerHooks } from 'node:module';

/** The control: a door that reads whatever comes, unpacks it, and keeps it a while. */
registerHooks({
  resolve: (specifier, context, next) =>
    (context.parentURL ?? '').endsWith('/teams/teams.ts') && /^\.\.\/http\/(body|json)\.ts$/.test(specifier)
      ? { url: new URL('./unsafe-body.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
