/** The world outside this machine; tests play it. */
export type Outside = { readonly fetch: (url: string, init?: RequestInit) => Promise<Response> };

const LIMIT_MS = 10_000;

/** A request that ends, and follows nobody elsewhere; undefined when there was no answer. */
export async function asked(
  { fetch }: Outside,
  url: string,
  init: RequestInit = {},
): Promise<{ readonly status: number; readonly headers: Headers; readonly text: string } | undefined> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(LIMIT_MS) });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch {
    return undefined;
  }
}

/** JSON as it came, or undefined when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
