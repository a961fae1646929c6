import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

/** One cut under each store, and a few under its control; `npm run proof:power` makes 100. Only root on Linux may cut the power. */
const NOT_ALLOWED = 3;

test('a power cut loses nothing that was confirmed; less durable settings do', async ({ skip }) => {
  const child = spawn(process.execPath, ['test/proof/power.ts', '--cuts', '1'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code] = await once(child, 'close');
  console.log(said.replaceAll(/[^\n]*\r/g, ''));
  skip(code === NOT_ALLOWED, 'NOT PROVED: this machine cuts the power of no disk');
  expect(code).toBe(0);
});
