import { type Config, ConfigError, readConfig } from '../../config.ts';
import { type Checked, fine, wrong } from './checked.ts';

/** Whether the environment can be used; with the configuration when it can. */
export function checkEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): Checked & { readonly config?: Config } {
  try {
    return { ...fine('environment', 'The environment can be used.'), config: readConfig(variables) };
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    return wrong('environment', cause.faults.join('\n'), 'Mend these variables; .env.example explains each.');
  }
}
