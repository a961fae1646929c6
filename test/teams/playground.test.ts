import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { example } from '../bot/world.ts';

/** What Microsoft's local test client is told, so that it plays people of the example board. */

const user = z.object({ id: z.string(), email: z.string(), aadObjectId: z.string() });
const shape = z.object({ tenantId: z.string(), currentUser: user, users: z.array(user).min(5) });

test('the local client plays people of the example board, and one who is not of it', () => {
  const { tenantId, currentUser, users } = shape.parse(parse(readFileSync('.m365agentsplayground.yml', 'utf8')));
  expect(example.platforms.teams.tenants).toContain(tenantId);
  const known = new Set(example.people.map(({ email }) => email));
  expect(known).toContain(currentUser.email);
  expect(users.filter(({ email }) => !known.has(email)).map(({ email }) => email)).toEqual([
    'leerling@voorbeeld.example',
  ]);
  const everybody = [currentUser, ...users];
  expect(new Set(everybody.map(({ aadObjectId }) => aadObjectId)).size).toBe(everybody.length);
});
