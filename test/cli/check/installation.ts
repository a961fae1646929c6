import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { checkAll } from '../../../src/cli/check/all.ts';
import type { Checked } from '../../../src/cli/check/checked.ts';
import type { Outside } from '../../../src/cli/check/outside.ts';
import { openStore } from '../../../src/store/store.ts';
import { folderOf } from '../../fakes/content.ts';
import { TEAM } from '../../fakes/slack/state.ts';
import { startWorkspace, type Workspace } from '../../fakes/slack/workspace.ts';
import { type MailServer, startMailServer } from '../../fakes/smtp/server.ts';
import { opened as opening } from '../../handover/world.ts';
import { content } from '../../store/contract.ts';
import { freshFolder, KEY } from '../../store/place.ts';
import { entra } from './entra.ts';

const SECRET = 'the-right-secret';
const TENANT = '00000000-0000-4000-8000-0000000000aa';
const ADDRESS = 'https://bij-twijfel.school.example';
const project = join(import.meta.dirname, '../../..');

/** A whole installation in which nothing is wrong, and what may be changed about it. */
export type Installation = {
  readonly folder: string;
  readonly env: Record<string, string>;
  readonly slack: Workspace;
  /** A mail server that the environment does not name. */
  readonly mail: MailServer;
  /** What Microsoft and the proxy answer; `undefined` when nothing does. */
  readonly answers: Record<string, (init: RequestInit) => Response | undefined>;
  /** Puts other words in a file of it; throws when they are not there. */
  edit(file: string, from: string | RegExp, to: string): void;
  check(): Promise<readonly Checked[]>;
};

export const LOGIN = `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`;
export const HEALTH = `${ADDRESS}/healthz`;
export const DOOR = `${ADDRESS}/api/messages`;

/** A refusal as our own doors give it. */
const refused = () => Response.json({ code: 'NO_TOKEN', message: '…' }, { status: 401 });

/**
 * A whole installation of its own for this test.
 * @param prepared the folder of `filled`, with what every test begins with
 */
export async function install(prepared: string): Promise<Installation> {
  const folder = freshFolder();
  cpSync(prepared, folder, { recursive: true });
  // A copy gets the rights that a new folder has.
  chmodSync(join(folder, 'data'), 0o700);
  const slack = await startWorkspace();
  const mail = await startMailServer({ tls: 'none', login: { user: 'bot', password: 'right' } });
  onTestFinished(async () => void (await Promise.all([slack.close(), mail.close()])));
  const answers: Installation['answers'] = {
    [LOGIN]: entra({ [SECRET]: 'valid', 'an-old-secret': 'expired' }),
    [HEALTH]: () => new Response('ok'),
    [DOOR]: refused,
    [`${ADDRESS}/slack/events`]: refused,
  };
  const outside: Outside = {
    fetch: async (url, init = {}) => {
      if (url.startsWith(slack.url)) return fetch(url, init);
      const answer = answers[url]?.(init);
      if (answer === undefined) throw new TypeError('fetch failed');
      return answer;
    },
  };
  const env: Record<string, string> = {
    NODE_ENV: 'production',
    PUBLIC_URL: ADDRESS,
    PROTOCOLS: join(project, 'protocols'),
    ORGANISATIONS: join(folder, 'organisations'),
    DATA_DIR: join(folder, 'data'),
    DATA_KEY: KEY,
    MicrosoftAppId: '00000000-0000-4000-8000-0000000000bb',
    MicrosoftAppTenantId: TENANT,
    MicrosoftAppPassword: SECRET,
    SLACK_BOT_TOKEN: slack.token,
    SLACK_SIGNING_SECRET: 'a-signing-secret',
    SLACK_API_URL: slack.url,
  };
  const edit = (file: string, from: string | RegExp, to: string): void => {
    const path = join(folder, file);
    // Only who changes a protocol wants a copy of them all.
    if (!existsSync(path)) {
      cpSync(join(project, 'protocols'), join(folder, 'protocols'), { recursive: true });
      env.PROTOCOLS = join(folder, 'protocols');
    }
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} has no ${from}`);
    writeFileSync(path, after);
  };
  return { folder, env, slack, mail, answers, edit, check: () => checkAll(env, outside) };
}

/** An organisation, two cases, and everybody known in Teams. Making it takes longer than copying it. */
export async function filled(): Promise<ReturnType<typeof folderOf>> {
  const organisation = readFileSync(join(project, 'organisations/example.yaml'), 'utf8')
    .replace('id: example', 'id: onze')
    .replace(/tenants: \[.*\]/, `tenants: [${TENANT}]`)
    .replace(/workspaces: \[.*\]/, `workspaces: [${TEAM}]`);
  const made = folderOf({ 'organisations/onze.yaml': organisation });
  const data = join(made.folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  const clock = () => new Date('2026-11-23T09:00:00.000Z');
  const store = await openStore({ folder: data, dataKey: KEY, production: true, clock, warn: () => undefined });
  await store.cases.create(opening({}, 'V-222222'), content, '1');
  await store.cases.create(opening({}, 'V-333333'), content, '2');
  const emails = [...organisation.matchAll(/- email: (\S+)/g)].map(([, email]) => email ?? '');
  for (const [at, email] of emails.entries()) {
    const binding = { channel: 'teams', platformId: `aad-${at}`, reference: '{}' } as const;
    await store.people.bind({ organisation: 'onze', email }, binding);
  }
  await store.close();
  return made;
}
