import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { ContentError, type Fault, type Located, parseContent } from './parse.ts';

/** A file of the folder together with its parsed content. */
export type ReadFile<T> = { readonly file: string; readonly located: Located<T> };

/** Reads the files of a content folder and gathers every fault, so that one start shows them all. */
export class FolderReader {
  readonly #folder: string;
  readonly #faults: Fault[] = [];
  #whole = true;

  /** @param folder a path, absolute or from where the program was started */
  constructor(folder: string) {
    this.#folder = folder;
  }

  fault(...faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }

  /** What was wrong so far. */
  get faults(): readonly Fault[] {
    return this.#faults;
  }

  /** Whether every file asked for could be read: otherwise others may seem to name what does not exist. */
  get whole(): boolean {
    return this.#whole;
  }

  /** @throws ContentError when anything was wrong so far */
  throwFaults(): void {
    if (this.#faults.length > 0) throw new ContentError(this.#faults);
  }

  /** The YAML files of a sub-folder, sorted by name. */
  names(sub: string): string[] {
    try {
      return readdirSync(join(this.#folder, sub))
        .filter((name) => name.endsWith('.yaml') && basename(name) === name)
        .sort();
    } catch (cause) {
      this.#whole = false;
      this.fault({ file: join(this.#folder, sub), line: 1, message: `cannot read this folder: ${describe(cause)}` });
      return [];
    }
  }

  /** One file, or undefined when something in it is wrong. */
  read<S extends z.ZodType>(name: string, schema: S): ReadFile<z.infer<S>> | undefined {
    const file = join(this.#folder, name);
    try {
      const parsed = parseContent(file, readFileSync(file, 'utf8'), schema);
      if (!('faults' in parsed)) return { file, located: parsed };
      this.fault(...parsed.faults);
    } catch (cause) {
      this.fault({ file, line: 1, message: `cannot read this file: ${describe(cause)}` });
    }
    this.#whole = false;
    return undefined;
  }
}

function describe(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
