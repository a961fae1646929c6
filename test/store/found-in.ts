import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files of a folder that hold a text, in the encodings it could hide in. A link leads to what was learned before the test
 * (`putLearned`): 35 MB that nothing of the test can be in.
 */
export function foundIn(folder: string, text: string): string[] {
  const forms = [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    ...['base64', 'base64url', 'hex'].map((encoding) =>
      Buffer.from(
        Buffer.from(text)
          .toString(encoding as BufferEncoding)
          .slice(0, 40),
      ),
    ),
  ];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isSymbolicLink())
    .map(({ name }) => name)
    .filter((name) => {
      const bytes = readFileSync(join(folder, name));
      return forms.some((form) => bytes.includes(form));
    });
}
