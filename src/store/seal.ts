import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { StoreError } from './errors.ts';

/** AES-256-GCM over a text, with the id of the key in front, bound to what it belongs to. */

/**
 * 32 random bytes with an id that tells nothing of them. Made ready once: to begin from the bytes each time costs Node three
 * times what sealing does.
 */
export type Key = { readonly id: string; readonly secret: KeyObject };

/** What a sealed text belongs to, such as organisation and case; opening it under another context fails. */
export type Context = readonly [purpose: string, ...ids: string[]];

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const FORMAT = '1';

/** @throws RangeError when it is not 32 bytes */
export function keyFrom(bytes: Buffer): Key {
  if (bytes.length !== KEY_BYTES) throw new RangeError('A key has 32 bytes');
  const secret = createSecretKey(bytes);
  const id = createHmac('sha256', secret).update('bij-twijfel key id').digest('hex').slice(0, 8);
  return { id, secret };
}

export function randomKey(): Key {
  return keyFrom(randomBytes(KEY_BYTES));
}

/** Seals a text: `1.<key id>.<iv>.<text and tag>`, base64url, so that it fits a text column of every database. */
export function seal(key: Key, context: Context, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.secret, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated(key.id, context));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [FORMAT, key.id, iv.toString('base64url'), body.toString('base64url')].join('.');
}

/** The id of the key a text was sealed with. */
export function keyIdOf(sealed: string): string {
  return sealed.split('.')[1] ?? '';
}

/**
 * Opens a sealed text.
 * @param keyOf finds a key by its id; may throw when it has none
 * @throws StoreError SEAL_BROKEN when there is no such key, or it was changed or belongs elsewhere
 */
export function unseal(keyOf: (id: string) => Key | undefined, context: Context, sealed: string): string {
  const [format, id = '', iv = '', body = ''] = sealed.split('.');
  if (format !== FORMAT) throw new StoreError('SEAL_BROKEN', broken(context));
  const key = keyOf(id);
  if (key === undefined) throw new StoreError('SEAL_BROKEN', broken(context));
  try {
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key.secret, Buffer.from(iv, 'base64url'), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(associated(id, context));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    const text = decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    throw new StoreError('SEAL_BROKEN', broken(context));
  }
}

/** Opens a sealed value. Its text never gets into an error: a parser's message would quote it. */
export function unsealJson<T>(keyOf: (id: string) => Key | undefined, context: Context, sealed: string): T {
  const text = unseal(keyOf, context, sealed);
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new StoreError('SEAL_BROKEN', broken(context));
  }
}

function associated(keyId: string, context: Context): Buffer {
  return Buffer.from(JSON.stringify([FORMAT, keyId, ...context]), 'utf8');
}

function broken(context: Context): string {
  return `What is kept of ${context.join(' ')} was changed outside the bot. Run npm run check, and put back a backup.`;
}
