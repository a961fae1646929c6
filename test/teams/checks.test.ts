import { describe, expect, test } from 'vitest';
import { admit } from '../../src/teams/guard.ts';
import { microsoftServiceUrls } from '../../src/teams/service-url.ts';
import { readClaims } from '../../src/teams/token.ts';
import { APP_ID, personalMessage } from '../fakes/teams/activities.ts';
import { ISSUER } from '../fakes/teams/login.ts';

/**
 * The checks in front of botbuilder by themselves. Some of them botbuilder makes again; they must hold without it, because
 * its own rules are wider and change with its version.
 */
const URL = 'https://smba.trafficmanager.net/emea/';
const NOW = 1_800_000_000;
const expected = { issuer: ISSUER, appId: APP_ID };
const rules = { expected, serviceUrls: microsoftServiceUrls([]) };
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function bearer(claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}): string {
  const payload = { iss: ISSUER, aud: APP_ID, exp: NOW + 600, serviceurl: URL, ...claims };
  return `Bearer ${encode({ alg: 'RS256', kid: 'k', ...header })}.${encode(payload)}.c2ln`;
}

const refusal = (run: () => unknown): unknown => {
  try {
    run();
    return 'admitted';
  } catch (error) {
    return error;
  }
};

test('a good token and a good activity are admitted', () => {
  expect(admit(personalMessage(URL, 'dag'), bearer(), rules, NOW * 1000)).toMatchObject({
    type: 'message',
    text: 'dag',
  });
});

test.each<[string, string]>([
  ['issuer', bearer({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' })],
  ['audience', bearer({ aud: 'x' })],
  ['expiry', bearer({ exp: NOW - 61 })],
  ['start', bearer({ nbf: NOW + 301 })],
  ['algorithm none', bearer({}, { alg: 'none' })],
  ['algorithm HS256', bearer({}, { alg: 'HS256' })],
  ['no key id', bearer({}, { kid: undefined })],
  ['spaces', bearer().replace('Bearer ', 'Bearer  ')],
  ['four parts', `${bearer()}.x`],
])('a wrong %s is refused', (_name, authorization) => {
  expect(refusal(() => readClaims(authorization, expected, NOW * 1000))).toMatchObject({ status: 401 });
});

test('the signed service URL must be the one of the activity', () => {
  const other = bearer({ serviceurl: 'https://smba.trafficmanager.net/amer/' });
  expect(refusal(() => admit(personalMessage(URL, 'dag'), other, rules, NOW * 1000))).toMatchObject({ status: 401 });
});

test('without a tenant nothing is admitted, whatever the look-up would say', () => {
  const activity = { ...personalMessage(URL, 'dag'), conversation: { id: 'c' }, channelData: null };
  expect(refusal(() => admit(activity, bearer(), rules, NOW * 1000))).toMatchObject({ status: 403 });
});

describe('service URLs', () => {
  test.each([
    'https://smba.trafficmanager.net/emea/',
    'https://SMBA.trafficmanager.net/amer/x/',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    'https://smba.infra.gov.teams.microsoft.us/',
    'https://smba.infra.dod.teams.microsoft.us/',
  ])('%s is Microsoft’s', (url) => {
    expect(microsoftServiceUrls([]).allows(url)).toBe(true);
  });

  test('more of them can be set, as a host or as an origin, and only exactly those', () => {
    const urls = microsoftServiceUrls(['smba.school.example', 'http://127.0.0.1:56150']);
    expect(urls.allows('https://smba.school.example/x')).toBe(true);
    expect(urls.allows('http://smba.school.example/x')).toBe(false);
    expect(urls.allows('https://x.smba.school.example/')).toBe(false);
    expect(urls.allows('http://127.0.0.1:56150/_connector')).toBe(true);
    expect(urls.allows('http://127.0.0.1:56151/')).toBe(false);
  });

  test('a setting that is no address is told to the operator', () => {
    expect(() => microsoftServiceUrls(['https://'])).toThrow(/TEAMS_SERVICE_URLS/);
    expect(() => microsoftServiceUrls(['ftp://x'])).toThrow(/TEAMS_SERVICE_URLS/);
  });
});
