import type { Locator, Page } from 'playwright-core';
import type { Event } from '../../src/conversation/event.ts';
import type { Bot } from '../../src/conversation/reply.ts';
import { createPage, type PageOptions } from '../../src/page/page.ts';
import { type Look, type Site, serve, type Visit, visit } from './browser.ts';
import { schools } from './schools.ts';

const log = { warn: () => undefined, error: () => undefined };

/** All cards of who asks, oldest first. */
export const cards = (page: Page): Locator => page.locator('#asker .message.card');

/** Types a question, sends it with Enter, and waits for the card that answers. */
export const ask = async (page: Page, text: string): Promise<void> => {
  const shown = await cards(page).count();
  await page.getByRole('textbox', { name: 'Je vraag' }).fill(text);
  await page.keyboard.press('Enter');
  await cards(page).nth(shown).waitFor();
  await page.locator('#asker .busy').waitFor({ state: 'hidden' });
};

export type Trial = {
  /** What the bot was told, oldest first. */
  readonly events: readonly Event[];
  /** Opens the page as a new person, greeted by the bot. */
  readonly open: (look?: Look) => Promise<Page>;
  /** Errors, requests to outside and breaches of the policy, of all visits. */
  readonly faults: () => readonly string[];
  /** Ends the visits so far. */
  readonly leave: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The page with a bot behind it, in a real browser; with `sides`, who asks and who decides beside each other. */
export const tryPage = async (bot: Bot, sides: Partial<PageOptions> = {}): Promise<Trial> => {
  const events: Event[] = [];
  const listening: Bot = async (event) => {
    events.push(event);
    return bot(event);
  };
  const site: Site = await serve(createPage({ bot: listening, schools, log, ...sides }).routes);
  const visits: Visit[] = [];
  const left: string[] = [];
  const leave = async () => {
    for (const each of visits.splice(0)) {
      await each.close();
      left.push(...each.faults);
    }
  };
  return {
    events,
    open: async (look = {}) => {
      const opened = await visit(site.url, look);
      visits.push(opened);
      await cards(opened.page).first().waitFor();
      return opened.page;
    },
    faults: () => [...left, ...visits.flatMap(({ faults }) => faults)],
    leave,
    close: async () => {
      await leave();
      await site.close();
    },
  };
};
