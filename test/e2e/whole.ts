import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Started, startMain } from '../fakes/started.ts';
import { type Look, type Visit, visit } from './browser.ts';

/** Opens the page anew, at a school by its name where one is given. */
export type Open = (options?: Look, school?: string) => Promise<Page>;

/**
 * One whole program for the tests of a `describe`, and a page of its own for each of them. At the end no page had a fault, and
 * what people typed (`secrets`) is not in the log.
 */
export function wholeProgram(...secrets: readonly (string | RegExp)[]): Open {
  let main: Started;
  let visited: Visit;
  const faults: string[] = [];
  beforeAll(async () => {
    main = await startMain();
  });
  // A page that stays open keeps asking what came in.
  afterEach(async () => {
    await visited.close();
    faults.push(...visited.faults);
  });
  afterAll(async () => {
    await main?.stop();
    expect(faults).toEqual([]);
    for (const secret of secrets) expect(main.log()).not.toMatch(secret);
  });
  return async (options = {}, school) => {
    visited = await visit(main.url, { viewport: { width: 1280, height: 900 }, ...options });
    await visited.page.locator('#asker .message.card').first().waitFor();
    if (school !== undefined) await visited.page.locator('#school').selectOption({ label: school });
    return visited.page;
  };
}
