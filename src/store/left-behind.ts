import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DATABASE_FILE, isMoved } from './sqlite.ts';

/** What lies in DATA_DIR and is not used, because DATABASE_URL names another database. */
export type LeftBehind = { readonly file: string; readonly cases: number };

/** The cases in the file of DATA_DIR that were not moved; undefined when there are none, or it is no database. */
export function leftBehind(folder: string): LeftBehind | undefined {
  const file = join(folder, DATABASE_FILE);
  if (!existsSync(file)) return undefined;
  try {
    const sqlite = new DatabaseSync(file, { readOnly: true });
    try {
      if (isMoved(sqlite)) return undefined;
      const cases = Number(sqlite.prepare('select count(*) as count from cases').get()?.count ?? 0);
      return cases === 0 ? undefined : { file, cases };
    } finally {
      sqlite.close();
    }
  } catch {
    return undefined;
  }
}

/** What it is, and what to do, in that order. */
export const spokenOf = ({ file, cases }: LeftBehind): readonly [what: string, remedy: string] => [
  `${file} has ${cases} ${cases === 1 ? 'case' : 'cases'} that are not in the database of DATABASE_URL.`,
  'Stop the server and carry them over: npm run move. If they were made to try the bot, remove the file instead.',
];
