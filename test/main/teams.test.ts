import { expect, test } from 'vitest';
import { warnOfTenant } from '../../src/main/teams.ts';
import { load, small } from '../organisation/small.ts';

const ONE = '00000000-0000-4000-8000-0000000000a1';
const credentials = (tenantId: string) => ({ type: 'SingleTenant', appId: 'bot', tenantId, password: 'x' }) as const;

test('a start with the tenant of nobody says so once, and any other nothing', () => {
  const organisations = load({ 'klein.yaml': small });
  const said = (teams: ReturnType<typeof credentials> | undefined) => {
    const lines: unknown[] = [];
    warnOfTenant(teams, organisations, { warn: (...line: unknown[]) => void lines.push(line) });
    return lines;
  };
  expect([said(undefined), said(credentials(ONE)), said(credentials(ONE.toUpperCase()))]).toEqual([[], [], []]);
  const other = ONE.replace('a1', 'a2');
  expect(said(credentials(other))).toEqual([
    [{ tenant: other }, expect.stringContaining('everybody in it is refused')],
  ]);
});
