import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ContentError } from '../content/parse.ts';
import { PackageError } from './package/errors.ts';
import { fillingsFor } from './package/fill.ts';
import { readInstallation } from './package/installation.ts';
import { packaged } from './package/package.ts';
import { run } from './run.ts';

const usage = `The app package of Teams, filled in for your school and checked: upload it in the Teams admin center.

  npm run package                     writes bij-twijfel-teams.zip
  npm run package -- other/name.zip   writes that file
  npm run package -- --version 0.1.1  as that version, in place of the program's own

Over an app that is there already Teams takes only a higher version: after a new address or name, give one.

It reads MicrosoftAppId, MicrosoftAppTenantId and PUBLIC_URL (.env counts), and your school's name from its organisation file.
`;

const file = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url));
/** What Teams reads as one. */
const VERSION = /^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){2}$/;
const versionShape = z.object({ version: z.string() });

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { version: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const installation = readInstallation(process.env);
  const own = versionShape.parse(JSON.parse(file('package.json').toString())).version;
  const { version = own } = values;
  if (!VERSION.test(version)) throw new PackageError([`--version: must be three numbers, such as ${own}`]);
  const sources = {
    manifest: file('manifest/teams/manifest.json').toString(),
    english: file('manifest/teams/en.json').toString(),
    colour: file('manifest/teams/color.png'),
    outline: file('manifest/teams/outline.png'),
  };
  const zip = await packaged(sources, fillingsFor(installation, version));
  const target = positionals[0] ?? 'bij-twijfel-teams.zip';
  writeFileSync(target, zip);
  process.stdout.write(
    `${target}: version ${version} for ${installation.name}, at ${installation.publicUrl}; checked against Microsoft's schema.\n` +
      'Upload it in the Teams admin center: Teams apps, Manage apps, Upload new app.\n' +
      'Where the app is there already: open it, and upload this as a new version; it must be higher than the former one.\n',
  );
  return 0;
}

await run(main, [PackageError, ContentError]);
