import { registerHooks } from 'node:module';

/** The control: a store that does not look at the nonce of a form. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.endsWith('/delivery/poking.ts') && !(context.parentURL ?? '').endsWith('unsafe-poking.ts')
      ? { url: new URL('./unsafe-poking.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
