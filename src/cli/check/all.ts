import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { checkAddress } from './address.ts';
import { type Checked, fine, wrong } from './checked.ts';
import { type ContentChecked, checkContent } from './content.ts';
import { checkData, type DataChecked, refusedBy } from './data.ts';
import { checkEnvironment } from './environment.ts';
import { checkGraph } from './graph.ts';
import { checkKeys } from './keys.ts';
import { checkMail } from './mail.ts';
import type { Outside } from './outside.ts';
import { reachability } from './reach.ts';
import { checkSlack } from './slack.ts';
import { checkTeams } from './teams.ts';
import { type Find, findInSlack, waysIn } from './ways.ts';

const manifest = join(import.meta.dirname, '../../../manifest/slack.json');

/**
 * Everything an administrator can want to know of an installation, without changing it. A fault in one part hides none in
 * another, unless the other cannot be looked at; then it says so.
 */
export async function checkAll(
  variables: Readonly<Record<string, string | undefined>>,
  outside: Outside,
): Promise<readonly Checked[]> {
  const { checks: environment, config } = checkEnvironment(variables);
  const content = checkContent(config);
  const { organisations } = content;
  const data: DataChecked = isAbout(environment, OF_DATA)
    ? { checks: [notLookedAt('data')] }
    : await checkData(config.data);
  const graph = await checkGraph(config, organisations, outside);
  try {
    return [
      ...environment,
      ...(isAbout(environment, OF_DATA) ? [notLookedAt('keys')] : checkKeys(config)),
      ...data.checks,
      ...content.checks,
      ...onlyTheExample(config, content),
      ...(await checkTeams(config.teams, organisations, outside)),
      ...graph.checks,
      ...(await checkSlack(config.slack, organisations, outside, readFileSync(manifest, 'utf8'))),
      ...(await checkMail(config.mail)),
      ...(isAbout(environment, OF_ADDRESS) ? [notLookedAt('address')] : await checkAddress(config, outside)),
      ...(isAbout(environment, OF_PLATFORMS)
        ? [notLookedAt('reach')]
        : await checkReach(config, content, data, graph.comes)),
    ];
  } finally {
    await data.store?.close();
  }
}

const OF_DATA = /^DATA/;
/** What is wrong with the credentials of a platform would show once more for each person. */
const OF_PLATFORMS = /^(Microsoft|SLACK_)/;
const OF_ADDRESS = /^(PUBLIC_URL|Microsoft|SLACK_)/;

/** Whether a variable with such a name cannot be used: it counts as left out, and what follows from it would be untrue. */
const isAbout = (environment: readonly Checked[], names: RegExp): boolean =>
  environment.some(({ ok, message }) => !ok && names.test(message));

const notLookedAt = (check: string): Checked =>
  wrong(
    check,
    'Not looked at: it depends on a variable that cannot be used.',
    'Mend the environment first, then check again.',
  );

/** A school that serves the made-up board serves nobody. */
function onlyTheExample({ local }: Config, { organisations }: ContentChecked): readonly Checked[] {
  const all = organisations?.all ?? [];
  if (local || all.length === 0 || all.some(({ id }) => id !== 'example')) return [];
  const remedy = 'Describe your own organisation in a file beside it (organisations/README.md).';
  return [wrong('organisation', 'There is only the made-up board of example.yaml.', remedy)];
}

async function checkReach(
  config: Config,
  { organisations, agreed }: ContentChecked,
  { checks, store }: DataChecked,
  comes: Find | undefined,
): Promise<readonly Checked[]> {
  if (config.local) return [fine('reach', 'Local mode: the page reaches everybody.')];
  // What cannot be opened is said already; what is not there yet reaches nobody.
  if (organisations === undefined || checks.some(({ check, ok }) => check === 'data' && !ok)) return [];
  try {
    const find = await findInSlack(config.slack, organisations);
    const reached: Checked[] = [];
    for (const organisation of organisations.all) {
      if (organisation.id === 'example' && organisations.all.length > 1) continue;
      const ways = await waysIn(organisation, agreed, config, store?.people, find, comes);
      reached.push(...reachability(organisation, agreed, ways));
    }
    return reached;
  } catch (cause) {
    return [refusedBy('reach', cause)];
  }
}
