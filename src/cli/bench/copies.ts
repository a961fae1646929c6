import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes a temporary content folder with that many protocols: those of `folder`, repeated under other ids. */
export function copies(folder: string, size: number): string {
  const made = mkdtempSync(join(tmpdir(), 'bench-protocols-'));
  cpSync(folder, made, { recursive: true });
  const originals = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ id: name.replace(/\.yaml$/, ''), text: readFileSync(join(folder, name), 'utf8') }))
    .filter(({ text }) => /^chapters:/m.test(text));
  for (let i = originals.length; i < size; i++) {
    const original = originals[i % originals.length];
    if (original === undefined) break;
    const id = `${original.id}-${i}`;
    writeFileSync(join(made, `${id}.yaml`), original.text.replace(/^id: .*$/m, `id: ${id}`));
  }
  return made;
}
