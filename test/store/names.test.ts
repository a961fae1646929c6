import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createNames, isHidden } from '../../src/store/names.ts';
import { keyFrom } from '../../src/store/seal.ts';

const names = createNames(keyFrom(Buffer.alloc(32, 1)));
const name = 'docent@voorbeeld.nl';
const hidden = names.hide(['asker', 'o'], name);

describe('a hidden name', () => {
  test('is the same each time, also after a restart, and can be read back', () => {
    expect(names.hide(['asker', 'o'], name)).toBe(hidden);
    expect(createNames(keyFrom(Buffer.alloc(32, 1))).hide(['asker', 'o'], name)).toBe(hidden);
    expect(names.show(['asker', 'o'], hidden)).toBe(name);
    for (const text of ['', 'é'.repeat(300)]) expect(names.show(['x'], names.hide(['x'], text))).toBe(text);
  });

  test('is another in another context, of another name, with another key', () => {
    const others = [
      names.hide(['holder', 'o'], name),
      names.hide(['asker', 'p'], name),
      names.hide(['asker', 'o'], `${name}x`),
      createNames(keyFrom(Buffer.alloc(32, 2))).hide(['asker', 'o'], name),
    ];
    expect(new Set([hidden, ...others].map((each) => each.slice(0, 20))).size).toBe(5);
    expect(isHidden(hidden)).toBe(true);
    expect(isHidden(name)).toBe(false);
  });

  test('that was changed, cut, or put elsewhere is noticed and not repeated', () => {
    const changed = `${hidden.slice(0, 12)}${hidden[12] === 'A' ? 'B' : 'A'}${hidden.slice(13)}`;
    for (const text of [changed, hidden.slice(0, -4), '~1.', '~1.AAAA', '', name]) {
      const error = caught(() => names.show(['asker', 'o'], text));
      expect(error, text).toMatchObject({ code: 'SEAL_BROKEN' });
      expect(inspect(error)).not.toContain('docent');
    }
    expect(caught(() => names.show(['asker', 'p'], hidden))).toMatchObject({ code: 'SEAL_BROKEN' });
  });
});

function caught(run: () => unknown): unknown {
  try {
    return run();
  } catch (cause) {
    return cause;
  }
}
