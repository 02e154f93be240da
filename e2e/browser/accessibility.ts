import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Ant Design draws an open choice twice; the one for screen readers takes its name from the field that opens it. */
const UNNAMED_LISTS = ['[role="listbox"][id$="_list"]'];

/** What keeps people out of the page shown now, in words; less than serious is left to the eye. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate<{ id: string; impact: string; nodes: { html: string }[] }[]>(
    `axe.run({ exclude: ${JSON.stringify(UNNAMED_LISTS)} }, { resultTypes: ["violations"] }).then((result) => result.violations)`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
