import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { id: string; impact: string | null; nodes: { html: string; failureSummary?: string }[] };

const only = { all: {}, contrast: { runOnly: ['color-contrast'] } } as const;

/**
 * What axe-core finds serious or critical in this part of the page, one line each. Its source runs beside the page's own
 * policy, as a debugger does.
 */
export const seriousFindings = async (
  page: Page,
  part = 'html',
  rules: 'all' | 'contrast' = 'all',
): Promise<string[]> => {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source);
  const violations: Violation[] = await page.evaluate(
    `axe.run(${JSON.stringify(part)}, ${JSON.stringify({ resultTypes: ['violations'], ...only[rules] })}).then((r) => r.violations)`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
};
