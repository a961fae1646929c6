import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Loaded before a program by the control of a proof: the same program without one safeguard. `PROOF_WITHOUT` is JSON:
 * `{file, code, instead}`, of which `code` must stand in that file; a proof whose control cuts nothing proves nothing.
 */
export type Without = { readonly file: string; readonly code: string; readonly instead: string };

const { file, code, instead } = JSON.parse(process.env.PROOF_WITHOUT ?? '{}') as Without;

registerHooks({
  load: (url, context, next) => {
    if (!url.endsWith(file)) return next(url, context);
    const source = readFileSync(fileURLToPath(url), 'utf8');
    if (!source.includes(code)) throw new Error(`There is no "${code}" in ${file}`);
    return { format: 'module', source: stripTypeScriptTypes(source.replace(code, instead)), shortCircuit: true };
  },
});
