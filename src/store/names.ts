import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import { StoreError } from './errors.ts';
import type { Context, Key } from './seal.ts';

/**
 * Who a row is about, for columns that rows are looked up by. The same text in the same context always gives the same hidden
 * text, so that it can be compared; it says nothing without the key, so that who has the file does not learn who reported what.
 * The context keeps it from being compared across cases or across what somebody is to them.
 */
export type Names = {
  hide(context: Context, text: string): string;
  /** @throws StoreError SEAL_BROKEN when it was changed or belongs elsewhere */
  show(context: Context, hidden: string): string;
};

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** No e-mail and no id of a platform begins with it in what was kept before names were hidden. */
const MARK = '~1.';

/** AES-256-GCM with a nonce that is made of what is hidden: equal texts give equal results, different ones never share it. */
export function createNames(installationKey: Key): Names {
  const bytes = Buffer.from(hkdfSync('sha256', installationKey.secret, '', 'bij-twijfel names', 2 * KEY_BYTES));
  const key = createSecretKey(bytes.subarray(0, KEY_BYTES));
  const nonceKey = createSecretKey(bytes.subarray(KEY_BYTES));
  return {
    hide: (context, text) => {
      const nonce = createHmac('sha256', nonceKey)
        .update(JSON.stringify([context, text]))
        .digest();
      const iv = nonce.subarray(0, IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(JSON.stringify(context), 'utf8'));
      const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${MARK}${body.toString('base64url')}`;
    },
    show: (context, hidden) => {
      if (!isHidden(hidden)) throw broken(context);
      try {
        const body = Buffer.from(hidden.slice(MARK.length), 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(JSON.stringify(context), 'utf8'));
        decipher.setAuthTag(body.subarray(-TAG_BYTES));
        const text = decipher.update(body.subarray(IV_BYTES, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        throw broken(context);
      }
    },
  };
}

/** Whether a column holds a hidden text, and not one from before names were hidden. */
export function isHidden(text: string): boolean {
  return text.startsWith(MARK);
}

function broken([purpose]: Context): StoreError {
  return new StoreError(
    'SEAL_BROKEN',
    `A name in the database (${purpose}) was changed outside the bot. Run npm run check, and put back a backup.`,
  );
}
