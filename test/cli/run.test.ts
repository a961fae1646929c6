import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

test.each(['src/cli/backup.ts', 'src/cli/check.ts', 'src/main.ts'])(
  '%s: an .env that cannot be read is not left out in silence',
  (program) => {
    const folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-'));
    // Not even root reads a folder as a file.
    mkdirSync(join(folder, '.env'));
    const { status, stderr, stdout } = spawnSync(process.execPath, [resolve(program)], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(`${stdout}${stderr}`).toContain('.env is there and cannot be read');
    expect(`${stdout}${stderr}`).not.toContain('    at ');
    expect(status).toBe(1);
    // Whose .env it is depends on where one stands.
    expect(stderr.includes('Run this in the folder of the program')).toBe(program !== 'src/main.ts');
    rmSync(folder, { recursive: true });
  },
);
