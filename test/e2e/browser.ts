import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Route } from '../../src/http/route.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is: `CHROMIUM`, or where Linux distributions put it. */
export const chromiumPath: string | undefined = [process.env.CHROMIUM ?? '', ...places].find(
  (path) => path !== '' && existsSync(path),
);

/** False skips the tests of a browser, loudly; in CI they fail instead. */
export const hasBrowser: boolean = chromiumPath !== undefined || process.env.CI === 'true';

if (chromiumPath === undefined) {
  console.error(
    [
      '',
      '!!! NO CHROMIUM: the page was NOT tested in a real browser.',
      `!!! Install chromium, or set CHROMIUM to its path (looked in ${places.join(', ')}).`,
      '',
    ].join('\n'),
  );
}

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // All pages are of one kind: they need no process each.
  '--renderer-process-limit=1',
];

let started: Promise<Browser> | undefined;

/** The browser of this process and its tests; it ends with the process. */
export const theBrowser = (): Promise<Browser> => {
  if (chromiumPath === undefined) throw new Error('CI=true, and there is no Chromium: install it or set CHROMIUM');
  started ??= chromium.launch({ executablePath: chromiumPath, args });
  return started;
};

let opened: Promise<BrowserContext> | undefined;

/** Where all visits take place: what was fetched and compiled for one is there for the next. */
const theContext = (): Promise<BrowserContext> => {
  opened ??= theBrowser().then(async (browser) => {
    const context = await browser.newContext({ locale: 'nl-NL' });
    context.setDefaultTimeout(PATIENCE_MS);
    return context;
  });
  return opened;
};

export type Site = { readonly url: string; readonly close: () => Promise<void> };

/** Serves routes by plain node:http on a free port of this machine. */
export const serve = async (routes: readonly Route[]): Promise<Site> => {
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0];
    const route = routes.find((each) => each.method === request.method && each.path === path);
    if (route === undefined) {
      response.writeHead(404);
      response.end();
    } else route.handle(request, response).catch((error: unknown) => server.emit('error', error));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};

/** Only against what never comes: on a busy machine a page may take its time. */
const PATIENCE_MS = 90_000;
const USUAL = { width: 1280, height: 720 };

export type Visit = { readonly page: Page; readonly faults: readonly string[]; readonly close: () => Promise<void> };

export type Look = {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
};

/** Pages that earlier visits left: a new window, with a process for what is in it, costs a second. */
const left: Page[] = [];

/** Opens the page as a new person; `faults` gathers every error of its scripts, its requests and its security policy. */
export const visit = async (url: string, { viewport = USUAL, colorScheme = 'light' }: Look = {}): Promise<Visit> => {
  const page = left.pop() ?? (await (await theContext()).newPage());
  // After a test with two windows this may be the one behind: it hardly draws, and every click waits for that.
  await page.bringToFront();
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // What the visit before was still fetching fails late, and is no fault of this one; so does the icon that Chromium looks
    // for beside the picture on which that visit was left. Our page names its own.
    const { url: of } = message.location();
    if (message.type() === 'error' && (of === '' || of.startsWith(url)) && of !== `${url}/favicon.ico`)
      faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(`asked for ${request.url()}`);
  });
  await page.goto(url);
  const close = async () => {
    // Who comes next is somebody else: the page remembers nobody.
    await page.evaluate('localStorage.clear()');
    page.removeAllListeners();
    // Nothing runs in it any more; a page of another site, such as an empty one, would end its process.
    await page.goto(`${url}/page/mark.svg`);
    left.push(page);
  };
  return { page, faults, close };
};
