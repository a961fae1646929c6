import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { readQuickly } from './read.ts';
import { said } from './said.ts';

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
 * @returns the parsed value, or every fault found (the first YAML error alone when the text is not YAML at all)
 */
export function parseContent<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): Located<z.infer<S>> | { readonly faults: readonly Fault[] } {
  const quick = readQuickly(text);
  const sound = quick === undefined ? undefined : schema.safeParse(quick.value);
  // Only a fault needs a line, and nearly every start has none.
  if (sound?.success) return { value: sound.data, lineOf: (path) => withLines(text).lineOf(path) };
  const { document, lineAt, lineOf } = withLines(text);
  if (document.errors.length > 0) {
    // After the first that is no YAML the reader guesses, and finds more where nothing is wrong.
    const broken = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
    return {
      faults: (broken === undefined ? document.errors : [broken]).map((error) => ({
        file,
        line: lineAt(error.pos[0]),
        message: twice(error, document, lineAt) ?? `not valid YAML: ${error.message.split('\n')[0]}`,
      })),
    };
  }
  const plain = toPlain(document);
  if ('problem' in plain) return { faults: [{ file, line: 1, message: `not valid YAML: ${plain.problem}` }] };
  const result = schema.safeParse(plain.value);
  if (result.success) return { value: result.data, lineOf };
  return {
    faults: result.error.issues
      .flatMap((issue) => onePerKey(issue, plain.value))
      .map(({ path, message }) => fault(file, lineOf(path), path, message)),
  };
}

/** The text with the line of everything in it. */
function withLines(text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  return { document, lineAt, lineOf: (path: Path) => lineAt(offsetOf(document.contents, path)) };
}

/** What the file holds as plain values. An alias without its anchor, or far too many of them, only comes out here. */
function toPlain(document: Document): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: document.toJS() };
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}

type Issue = { readonly path: Path; readonly message: string };

/** Names have no spaces: this is the rest of a sentence. */
const QUOTE = 'there is no such name here; a text with a comma within { } stands between quotation marks';

/** Every name that does not belong gets a line of its own; zod gathers them in one issue of the map around them. */
function onePerKey(issue: z.core.$ZodIssue, whole: unknown): Issue[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: said(issue, whole) }];
  return issue.keys.map((key) => ({
    path: [...issue.path, key],
    message: key.includes(' ') ? QUOTE : 'there is no such name here; correct or remove it',
  }));
}

function fault(file: string, line: number, path: Path, message: string): Fault {
  return { file, line, message: `${path.map(String).join('.') || 'the file'}: ${message}` };
}

/** Of a name that stands twice in one map: both places. */
function twice(
  error: { readonly code: string; readonly pos: readonly number[] },
  document: Document,
  lineAt: (offset: number) => number,
): string | undefined {
  if (error.code !== 'DUPLICATE_KEY') return undefined;
  let found: string | undefined;
  visit(document, {
    Map: (_, { items }) => {
      const second = items.find(({ key }) => startOf(key) === error.pos[0]);
      if (second === undefined) return undefined;
      const first = items.find(({ key }) => String(key) === String(second.key));
      found = `"${String(second.key)}" stands here a second time; it stands on line ${lineAt(startOf(first?.key) ?? 0)} too. Give each a name of its own, or make them one`;
      return visit.BREAK;
    },
  });
  return found;
}

/** Where a value begins, its name included; for what is missing, the nearest thing around it. */
function offsetOf(contents: unknown, path: Path): number {
  let node = contents;
  let offset = startOf(node) ?? 0;
  for (const key of path) {
    const pair = isMap(node) ? node.items.find((each) => String(each.key) === String(key)) : undefined;
    const next = isSeq(node) ? node.items[Number(key)] : pair?.value;
    const start = startOf(pair?.key) ?? startOf(next);
    if (start === undefined) break;
    offset = start;
    node = next;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
