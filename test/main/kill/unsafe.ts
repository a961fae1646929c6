import { registerHooks } from 'node:module';

/** Loaded before the program by the control: the desk then says that a case is kept before it is. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.endsWith('/delivery/poking.ts') && !(context.parentURL ?? '').endsWith('unsafe-poking.ts')
      ? { url: new URL('./unsafe-poking.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
