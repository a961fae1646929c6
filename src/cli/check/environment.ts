import { type Config, inspectConfig } from '../../config.ts';
import { type Checked, fine, wrong } from './checked.ts';

/** Whether the environment can be used, and what of it can. */
export function checkEnvironment(variables: Readonly<Record<string, string | undefined>>): {
  readonly checks: readonly Checked[];
  readonly config: Config;
} {
  const { config, faults } = inspectConfig(variables);
  const remedy = 'Mend this variable; .env.example explains it.';
  const checks = faults.map((fault) => wrong('environment', fault, remedy));
  return { config, checks: checks.length > 0 ? checks : [fine('environment', 'The environment can be used.')] };
}
