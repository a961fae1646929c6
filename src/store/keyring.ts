import { StoreError } from './errors.ts';
import { type Context, type Key, keyFrom, keyIdOf, randomKey, seal, unseal } from './seal.ts';

/** The keys of DATA_KEY: they seal other keys, never text. */
export type Keyring = {
  /** The ids of the keys, the current one first. */
  readonly ids: readonly [current: string, ...former: string[]];
  /** Seals a key with the current one. */
  wrap(key: Key, context: Context): string;
  /** @throws StoreError when the key that sealed it is not in DATA_KEY */
  unwrap(wrapped: string, context: Context): Key;
  /**
   * Seals a key that is sealed already with the current one; undefined when it is.
   * @throws StoreError as unwrap
   */
  rewrap(wrapped: string, context: Context): string | undefined;
};

/** 32 bytes in base64, with or without padding, in either alphabet. */
const SHAPE = /^[A-Za-z0-9+/_-]{43}=?$/;

/**
 * Reads DATA_KEY: a key of 32 bytes in base64; after a comma former keys, for what they sealed.
 * @param lacks what to say and do when something was sealed with another key, by the id of that one
 * @throws StoreError DATA_KEY_FAULTY, without the key
 */
export function readKeyring(text: string, lacks: (id: string) => string): Keyring {
  const keys = text.split(',').map((each) => readKey(each.trim()));
  const [current] = keys;
  if (current === undefined) throw faulty();
  const wrap = (key: Key, context: Context) => seal(current, context, key.secret.export().toString('base64'));
  const keyOf = (id: string): Key => {
    const found = keys.find((key) => key.id === id);
    if (found === undefined) throw new StoreError('DATA_KEY_UNKNOWN', lacks(id));
    return found;
  };
  const unwrap = (wrapped: string, context: Context) => {
    return keyFrom(Buffer.from(unseal(keyOf, context, wrapped), 'base64'));
  };
  const former = keys.map(({ id }) => id).filter((id, i, all) => id !== current.id && all.indexOf(id) === i);
  return {
    ids: [current.id, ...former],
    wrap,
    unwrap,
    rewrap: (wrapped, context) =>
      keyIdOf(wrapped) === current.id ? undefined : wrap(unwrap(wrapped, context), context),
  };
}

/** A new DATA_KEY. */
export function newDataKey(): string {
  return randomKey().secret.export().toString('base64');
}

function readKey(text: string): Key {
  const bytes = Buffer.from(text, 'base64');
  if (!SHAPE.test(text) || bytes.length !== 32) throw faulty();
  return keyFrom(bytes);
}

function faulty(): StoreError {
  return new StoreError(
    'DATA_KEY_FAULTY',
    'DATA_KEY is not a key of 32 bytes in base64. Make one with: openssl rand -base64 32',
  );
}
