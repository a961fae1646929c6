import { type Config, type ConfigError, inspectConfig } from '../../config.ts';
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

/** An `.env` that may not be read: whatever else was looked at without it would be another installation. */
export function unread({ faults }: ConfigError): Checked {
  return wrong(
    'environment',
    `Nothing was looked at: ${faults.join(' ')}`,
    'Run this as the user of the service, such as: sudo -u bij-twijfel npm run check',
  );
}
