import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { AppManifestUtils, TeamsManifestConverter } from '@microsoft/app-manifest';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/bot.ts';
import { translationFaults } from '../../src/cli/package/checks.ts';
import { PackageError } from '../../src/cli/package/errors.ts';
import { fillingsFor } from '../../src/cli/package/fill.ts';
import { colourFaults, outlineFaults } from '../../src/cli/package/icon.ts';
import { readInstallation } from '../../src/cli/package/installation.ts';
import { packaged, type Sources } from '../../src/cli/package/package.ts';
import { run } from '../fakes/run.ts';

const APP = '11111111-2222-4333-8444-555555555555';
const TENANT = '00000000-0000-4000-8000-000000000001';
const ADDRESS = 'https://bij-twijfel.school.nl';
const env = { MicrosoftAppId: APP, MicrosoftAppTenantId: TENANT, PUBLIC_URL: ADDRESS };
const installation = { appId: APP, publicUrl: ADDRESS, name: 'Stichting Voorbeeldscholen' };
const fillings = fillingsFor(installation, '0.1.0');
const sources: Sources = {
  manifest: readFileSync('manifest/teams/manifest.json', 'utf8'),
  english: readFileSync('manifest/teams/en.json', 'utf8'),
  colour: readFileSync('manifest/teams/color.png'),
  outline: readFileSync('manifest/teams/outline.png'),
};

type Json = Readonly<Record<string, unknown>>;
const parsed = (files: Readonly<Record<string, Uint8Array>>, name: string): Json =>
  JSON.parse(Buffer.from(files[name] ?? []).toString());

describe('npm run package', () => {
  let zip = Buffer.alloc(0);
  let files: Record<string, Uint8Array> = {};

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-package-'));
    const target = join(folder, 'app.zip');
    const { code, out, err } = await run('src/cli/package.ts', [target], { env: { ...env, TZ: 'Pacific/Auckland' } });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Stichting Voorbeeldscholen');
    zip = readFileSync(target);
    rmSync(folder, { recursive: true });
    files = unzipSync(zip);
  });

  test('holds the four files, at the top, and both icons as they are', () => {
    expect(Object.keys(files)).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png']);
    expect(Buffer.from(files['color.png'] ?? []).equals(sources.colour)).toBe(true);
    expect(Buffer.from(files['outline.png'] ?? []).equals(sources.outline)).toBe(true);
  });

  test('is taken by Microsoft’s own reader, and names the newest schema that it knows', async () => {
    const manifest = TeamsManifestConverter.jsonToManifest(JSON.stringify(parsed(files, 'manifest.json')));
    expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
    expect(manifest.manifestVersion).toBe('1.30');
    expect(manifest).toMatchObject({ id: APP, version: '0.1.0', developer: { privacyUrl: `${ADDRESS}/over` } });
    expect(parsed(files, 'manifest.json')).toMatchObject({
      localizationInfo: { defaultLanguageTag: 'nl', additionalLanguages: [{ languageTag: 'en', file: 'en.json' }] },
    });
  });

  test('holds the same bytes wherever it is made', async () => {
    expect(Buffer.from(await packaged(sources, fillings)).equals(zip)).toBe(true);
  });

  test('has another version when asked, so that Teams takes a new address or name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-package-'));
    const target = join(folder, 'app.zip');
    const good = await run('src/cli/package.ts', [target, '--version', '0.1.1'], { env });
    expect([good.code, good.out]).toEqual([0, expect.stringContaining('version 0.1.1 for')]);
    expect(parsed(unzipSync(readFileSync(target)), 'manifest.json')).toMatchObject({ version: '0.1.1' });
    rmSync(folder, { recursive: true });
    const bad = await run('src/cli/package.ts', [target, '--version', 'v2'], { env });
    expect([bad.code, bad.err]).toEqual([1, expect.stringContaining('must be three numbers')]);
  });

  test('without what it needs: every variable that is missing, and status 1', async () => {
    const { code, out, err } = await run('src/cli/package.ts');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/MicrosoftAppId: is missing.*MicrosoftAppTenantId: is missing.*PUBLIC_URL: is missing/s);
  });
});

type Commands = { readonly scopes: readonly string[]; readonly commands: readonly { readonly title: string }[] }[];

describe('the manifest', () => {
  const manifest = JSON.parse(sources.manifest);
  const lists: Commands = manifest.bots[0].commandLists;
  const titles = (scope: string) =>
    lists.filter(({ scopes }) => scopes.includes(scope)).flatMap((list) => list.commands.map(({ title }) => title));

  test('the menu of a chat has every command; that of a team or a group those that answer there', () => {
    expect(titles('personal').toSorted()).toEqual([...commands].toSorted());
    for (const scope of ['team', 'groupChat']) {
      expect(titles(scope)).toEqual(['protocol', 'zoek', 'artikel', 'hoofdstuk', 'school', 'help']);
    }
  });

  test('asks for nothing else than to know who writes and to write to them', () => {
    expect(manifest.permissions).toEqual(['identity', 'messageTeamMembers']);
    // Who it is in Entra, so that Graph can let it install itself; what it may do there the school consents to.
    expect(manifest.webApplicationInfo).toEqual({ id: '{{MicrosoftAppId}}' });
    for (const more of ['authorization', 'devicePermissions']) {
      expect(manifest).not.toHaveProperty(more);
    }
    expect(manifest.validDomains).toEqual([]);
    expect(manifest.bots[0]).toMatchObject({ supportsFiles: false });
  });
});

test('a name that is too long for who made the app is cut between two words', () => {
  const long = { ...installation, name: 'Vereniging voor Openbaar Voortgezet Onderwijs' };
  expect(fillingsFor(long, '1.0.0')).toMatchObject({ DEVELOPER: 'Vereniging voor Openbaar…', SCHOOL_NAME: long.name });
});

test('a name full of signs stays a name', async () => {
  const name = '"School" $& \\ <b> {x}';
  const files = unzipSync(await packaged(sources, fillingsFor({ ...installation, name }, '0.1.0')));
  expect(parsed(files, 'manifest.json').developer).toMatchObject({ name });
});

describe('what an administrator left out or filled in wrongly', () => {
  test.each([
    ['MicrosoftAppId', { ...env, MicrosoftAppId: 'bot' }, 'MicrosoftAppId: cannot be used'],
    ['MicrosoftAppTenantId', { ...env, MicrosoftAppTenantId: '' }, 'MicrosoftAppTenantId: is missing'],
    ['a path', { ...env, PUBLIC_URL: `${ADDRESS}/bot` }, 'PUBLIC_URL: cannot be used'],
    ['http', { ...env, PUBLIC_URL: 'http://bij-twijfel.school.nl' }, 'PUBLIC_URL: cannot be used'],
    ['this machine', { ...env, PUBLIC_URL: 'https://localhost' }, 'PUBLIC_URL: cannot be used'],
    ['a tenant that no file names', { ...env, MicrosoftAppTenantId: APP }, 'no file names the tenant'],
  ])('%s', (_, given, said) => {
    expect(() => readInstallation(given)).toThrow(PackageError);
    expect(() => readInstallation(given)).toThrow(said);
  });
});

describe('a package that Teams would refuse is not made', () => {
  const changed = (change: (manifest: Record<string, never>) => unknown): Sources => {
    const manifest = JSON.parse(sources.manifest);
    change(manifest);
    return { ...sources, manifest: JSON.stringify(manifest) };
  };
  const commandOf = (manifest: Record<string, never>) => Object(manifest.composeExtensions)[0].commands[0];

  test.each<[string, Sources, string | RegExp]>([
    ['a field Teams does not know', changed((m) => Object.assign(m, { more: 1 })), /manifest.json: .*additional prop/],
    ['a title too long', changed((m) => Object.assign(commandOf(m), { title: 'x'.repeat(33) })), /title must NOT/],
    ['a schema of somebody else', changed((m) => Object.assign(m, { $schema: 'https://evil.example/x' })), '"$schema"'],
    ['a placeholder nobody knows', changed((m) => Object.assign(m, { id: '{{WHO}}' })), '{{WHO}} was not filled in'],
  ])('%s', async (_, given, said) => {
    const fault = await packaged(given, fillings).catch((cause: unknown) => cause);
    expect(fault).toBeInstanceOf(PackageError);
    expect(String(fault)).toMatch(said);
  });

  test('every fault is named at once: of the manifest, the translation and the icons', async () => {
    const english = JSON.stringify({ ...JSON.parse(sources.english), 'name.short': 'x'.repeat(31) });
    const given = { ...changed((m) => Object.assign(m, { more: 1 })), english, outline: sources.colour };
    const fault = await packaged(given, fillings).catch((cause: unknown) => cause);
    expect(String(fault)).toMatch(/manifest.json: .*en.json: .*outline.png: is 192 × 192.*outline.png: has another/s);
  });
});

describe('a translation', () => {
  const manifest = JSON.parse(sources.manifest);
  const english = JSON.parse(sources.english);
  const { 'composeExtensions[0].commands[1].title': _, ...lacking } = english;
  const [first, last] = [
    'bots[0].commandLists[0].commands[0].title',
    'bots[0].commandLists[2].commands[0].description',
  ];

  test.each([
    ['of nothing', { ...english, [last]: 'x' }, `${last} is not in manifest.json`],
    ['that lacks', lacking, 'composeExtensions[0].commands[1].title is missing'],
    ['of a command, which the bot reads in Dutch', { ...english, [first]: 'doubt' }, `${first} is what people type`],
  ])('%s is a fault', (_name, given, said) => {
    expect(translationFaults('en.json', manifest, given)).toEqual([expect.stringContaining(said)]);
  });

  test('control: ours is whole', () => expect(translationFaults('en.json', manifest, english)).toEqual([]));
});

describe('an icon', () => {
  const clear = [0, 0, 0, 0];
  const white = [255, 255, 255, 255];
  const nothing = Buffer.from('a picture, I swear; really, it is one');

  test.each<[string, string[], RegExp]>([
    ['of the wrong size', colourFaults(sources.outline), /color.png: is 32 × 32 pixels, not 192 × 192/],
    ['one can see through', colourFaults(png(192, () => [0, 90, 90, 128])), /color.png: has see-through/],
    ['in grey', outlineFaults(png(32, (x) => (x < 9 ? [200, 200, 200, 255] : clear))), /another colour than white/],
    ['white on white', outlineFaults(png(32, () => white)), /nothing behind it/],
    ['of nothing', outlineFaults(png(32, () => clear)), /nothing behind it/],
    ['that is no picture', outlineFaults(nothing), /is no PNG/],
    ['that breaks off', colourFaults(sources.colour.subarray(0, 400)), /is no PNG/],
  ])('%s is a fault', (_, faults, said) => expect(faults.join('\n')).toMatch(said));

  test('control: ours are good, and so are pictures made the same way as the bad ones', () => {
    expect([...colourFaults(sources.colour), ...outlineFaults(sources.outline)]).toEqual([]);
    expect(colourFaults(png(192, (x, y) => [x, y, 90, 255]))).toEqual([]);
    expect(outlineFaults(png(32, (x, y) => (x < y ? [255, 255, 255, 200] : clear)))).toEqual([]);
  });
});

/** A square PNG, each row filtered in another way. */
function png(size: number, pixel: (x: number, y: number) => readonly number[]): Buffer {
  const rows = Array.from({ length: size }, (_, y) => Array.from({ length: size }, (__, x) => pixel(x, y)).flat());
  const filtered = rows.map((row, y) => {
    const filter = y % 3;
    const before = (x: number) => (filter === 1 ? (row[x - 4] ?? 0) : filter === 2 ? (rows[y - 1]?.[x] ?? 0) : 0);
    return [filter, ...row.map((value, x) => (value - before(x)) & 255)];
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const chunk = (type: string, data: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    // Nobody checks the sum here.
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.from(filtered.flat()));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}
