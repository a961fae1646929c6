import { expect, test } from 'vitest';
import { forgetRemarks } from '../../src/delivery/forgetting.ts';

const now = new Date('2026-11-23T09:00:00.000Z');
const before = new Date('2025-11-23T00:00:00.000Z');

test('each organisation by its own term; one that fails does not keep the next from it', async () => {
  const asked: unknown[] = [];
  const logged: unknown[] = [];
  const remarks = {
    forget: async (organisation: string, moment: Date) => {
      asked.push([organisation, moment]);
      if (organisation === 'stuk') throw Object.assign(new Error('kanariepiet'), { code: 'STORE_IO' });
      return 1;
    },
  };
  const log = { warn: () => undefined, error: (fields: unknown) => void logged.push(fields) };
  const keepers = ['stuk', 'blijft', 'goed'].map((id) => ({
    id,
    until: () => (id === 'blijft' ? undefined : before),
  }));
  await forgetRemarks({ remarks, keepers, now, log });
  expect(asked).toEqual([
    ['stuk', before],
    ['goed', before],
  ]);
  expect(logged).toEqual([{ kind: 'STORE_IO' }]);
});
