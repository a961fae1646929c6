import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { learnedFolder } from '../fakes/learned.ts';
import { bareEnv } from '../fakes/run.ts';

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

test('who reads only the first lines of what a command says gets no stack', async () => {
  const command = spawn(process.execPath, ['src/cli/ask.ts', '--batch'], {
    env: bareEnv({ DATA_DIR: learnedFolder }),
    stdio: 'pipe',
  });
  let said = '';
  command.stderr.on('data', (bytes) => {
    said += bytes;
  });
  // What is not a question is answered too, and costs nothing.
  command.stdin.on('error', () => undefined);
  command.stdin.end('{}\n'.repeat(20_000));
  command.stdout.once('data', () => command.stdout.destroy());
  const [status] = await once(command, 'close');
  expect({ status, said }).toEqual({ status: 0, said: '' });
});
