import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readEnvFile } from '../../src/config/env-file.ts';
import { ConfigError } from '../../src/config.ts';

test('what stands in it, or nothing where there is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, '.env');
  expect(readEnvFile(file)).toEqual({});
  writeFileSync(file, '# a remark\nPORT=4000\nDATA_KEY="a b"\n');
  expect(readEnvFile(file)).toEqual({ PORT: '4000', DATA_KEY: 'a b' });
});

test('one of another user is not left out in silence', () => {
  const refused = () => {
    throw Object.assign(new Error('EACCES: permission denied, open .env'), { code: 'EACCES' });
  };
  expect(() => readEnvFile('.env', refused)).toThrow(ConfigError);
  expect(() => readEnvFile('.env', refused)).toThrow('.env is there and cannot be read by this user: run this as the');
});
