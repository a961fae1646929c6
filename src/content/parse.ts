import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** Something wrong in a content file, where it stands and what to do. `line` counts from 1. */
export type Fault = { readonly file: string; readonly line: number; readonly message: string };

/** Content that cannot be used; `message` names every fault by file and line, so that one start shows them all. */
export class ContentError extends Error {
  readonly code = 'CONTENT_FAULTY';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const list = faults.map((fault) => `  ${fault.file}:${fault.line}: ${fault.message}`).join('\n');
    super(
      `${faults.length} fault${faults.length === 1 ? '' : 's'} in the content files. Mend and start again:\n${list}`,
    );
    this.name = 'ContentError';
    this.faults = faults;
  }
}

type Path = readonly PropertyKey[];

/** A parsed file that can still tell on which line a value stands. */
export type Located<T> = { readonly value: T; readonly lineOf: (path: Path) => number };

/**
 * Reads YAML text against a schema.
 * @param file the name to use in faults
 * @returns the parsed value, or every fault found (YAML errors alone when the text is not YAML at all)
 */
export function parseContent<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): Located<z.infer<S>> | { readonly faults: readonly Fault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => ({
        file,
        line: lineAt(error.pos[0]),
        message: `not valid YAML: ${error.message.split('\n')[0]}`,
      })),
    };
  }
  const lineOf = (path: Path): number => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node: unknown = document.getIn(path.slice(0, depth), true);
      const offset = rangeStart(node);
      if (offset !== undefined) return lineAt(offset);
    }
    return 1;
  };
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data, lineOf };
  return {
    faults: result.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.path),
      message: `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`,
    })),
  };
}

function rangeStart(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined;
  const start: unknown = node.range[0];
  return typeof start === 'number' ? start : undefined;
}
