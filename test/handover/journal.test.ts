import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { assertIdsOnly, JournalTextError } from '../../src/handover/journal.ts';
import { email, MONDAY } from './world.ts';

const entry = { verb: 'decide', actor: email('docent'), at: MONDAY.toISOString(), data: { kind: 'akkoord-mits' } };

test('ids, e-mails, moments, numbers and yes or no are fine', () => {
  assertIdsOnly({ ...entry, data: { to: "o'brien+twijfel@bücher.nl", ref: 'V-7K3F9Q', count: 3, permanent: true } });
});

test.each(['Mag deze foto?', 'een zin', 'regel\nregel', '', 'x'.repeat(255), '<b>', '"', 'a;b'])(
  'text is refused and not repeated: %j',
  (text) => {
    for (const each of [
      { ...entry, data: { note: text } },
      { ...entry, actor: text },
      { ...entry, verb: text },
    ]) {
      const error = caught(() => assertIdsOnly(each));
      expect(error).toBeInstanceOf(JournalTextError);
      if (text.length > 3) expect(inspect(error)).not.toContain(text);
    }
  },
);

function caught(run: () => void): unknown {
  try {
    run();
  } catch (cause) {
    return cause;
  }
  return undefined;
}
