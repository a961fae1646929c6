import type { Page } from 'playwright-core';

// Written as text: this program has no types of a browser, and these few lines do not need them.

/** How many pixels anything on the page runs off its side. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(`Math.max(...[document.documentElement, ...document.querySelectorAll('.scroll, .message, dialog')]
    .map((element) => element.scrollWidth - element.clientWidth))`);

/** Which of the cards of who asks run off their side: their places, from 0. */
export const wideCards = (page: Page): Promise<number[]> =>
  page.evaluate(`[...document.querySelectorAll('#asker .message.card')]
    .flatMap(({ scrollWidth, clientWidth }, i) => (scrollWidth > clientWidth ? [i] : []))`);

/** How many pixels the page as a whole can scroll: none, while the log scrolls in its place and the text box stays. */
export const downwards = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollHeight - document.documentElement.clientHeight');

/** What a screen reader would call the element that has the focus. */
export const focused = async (page: Page): Promise<string> => {
  const name: string = await page.evaluate(`(({ activeElement: at }) =>
    at.getAttribute('aria-label') || at.labels?.[0]?.textContent || at.textContent)(document)`);
  return name.trim();
};

/** A style of the first element that matches. */
export const styleOf = (page: Page, selector: string, property: string): Promise<string> =>
  page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${property}`);
