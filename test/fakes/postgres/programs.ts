import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where PostgreSQL's programs may be besides PATH; Debian keeps them out of it. */
const HOMES = ['/usr/lib/postgresql', '/usr/local', '/opt/homebrew/opt', '/usr'];

/** The folder with PostgreSQL's programs, newest version first, 15 at least; undefined when this machine has none. */
export function postgresPrograms(): string | undefined {
  const under = HOMES.flatMap((home) =>
    existsSync(home) ? readdirSync(home).map((name) => join(home, name, 'bin')) : [],
  );
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...under].filter(
    (folder) => folder !== '' && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
  return folders
    .map((folder) => ({ folder, version: versionOf(folder) }))
    .filter(({ version }) => version >= 15)
    .toSorted((a, b) => b.version - a.version)[0]?.folder;
}

function versionOf(folder: string): number {
  const said = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/\(PostgreSQL\) (\d+)/.exec(said)?.[1] ?? 0);
}
