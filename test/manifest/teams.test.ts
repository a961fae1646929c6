import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../src/bot.ts';

/** The command lists of the Teams app: what its box offers is what the bot understands. Limits are those of the manifest schema. */

const scope = z.enum(['personal', 'team', 'groupChat']);
const shape = z.object({
  icons: z.object({ color: z.string(), outline: z.string() }),
  bots: z.tuple([
    z.object({
      supportsFiles: z.literal(false),
      commandLists: z
        .array(
          z.object({
            scopes: z.array(scope).min(1),
            commands: z
              .array(z.strictObject({ title: z.string().max(32), description: z.string().max(128) }))
              .min(1)
              .max(12),
          }),
        )
        .max(3),
    }),
  ]),
});

const { icons, bots } = shape.parse(JSON.parse(readFileSync('manifest/teams/manifest.json', 'utf8')));
const [{ commandLists }] = bots;
const offered = (where: z.infer<typeof scope>) =>
  commandLists
    .filter(({ scopes }) => scopes.includes(where))
    .flatMap((list) => list.commands.map(({ title }) => title));

test('in private what staff do most; where others read along only what may be read there', () => {
  expect(offered('personal')).toEqual(['twijfel', 'meld', 'mijn vragen', 'mijn meldingen', 'openstaand', 'help']);
  for (const where of ['team', 'groupChat'] as const) expect(offered(where)).toEqual(['help', 'protocol']);
});

test('each is a command of the bot', () => {
  for (const title of scope.options.flatMap(offered)) expect(commands as readonly string[]).toContain(title);
});

test('its icons are there', () => {
  for (const icon of Object.values(icons)) expect(existsSync(`manifest/teams/${icon}`)).toBe(true);
});
