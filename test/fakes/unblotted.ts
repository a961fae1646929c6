import { registerHooks } from 'node:module';

/** Loaded before the whole program: it then keeps questions as they were typed, so that a search for what should be out finds it. */
const BLOTTING = /\/src\/bot\/thumbs\/[a-z-]+\.ts \.\/blotted\.ts$/;

registerHooks({
  resolve: (specifier, context, next) =>
    BLOTTING.test(`${context.parentURL ?? ''} ${specifier}`)
      ? { url: new URL('./own-blotting.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
