import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Event } from '../../src/conversation/event.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { createPage } from '../../src/page/page.ts';
import { screenOf } from '../cards/screens.ts';
import { type Site, serve } from '../e2e/browser.ts';
import { schools } from '../e2e/schools.ts';

const session = '4f9a3c52-8a4b-4a67-9a35-0d4a0a6c1f11';
const home = { session, protocol: 'calvijn', what: { kind: 'home' } };

describe('the page', () => {
  let site: Site;
  let events: Event[] = [];
  let logged: unknown[] = [];
  let replies: () => readonly Reply[] = () => [];

  beforeAll(async () => {
    const log = {
      warn: (entry: unknown) => void logged.push(entry),
      error: (entry: unknown) => void logged.push(entry),
    };
    const bot = async (event: Event) => {
      events.push(event);
      return replies();
    };
    site = await serve(createPage({ bot, schools, log }).routes);
  });
  afterAll(() => site.close());
  beforeEach(() => {
    events = [];
    logged = [];
    replies = () => [];
  });

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${site.url}/page/event`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  /** fetch never sends a Host of one's choice. */
  const statusFor = (path: string, headers: Record<string, string>): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request(`${site.url}${path}`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  test('shows the schools as letters, and takes nothing from outside', async () => {
    const response = await fetch(site.url);
    const html = await response.text();
    expect(html).toContain('<option value="gsv">School &#34;vier&#34; &#38; &#60;b&#62;meer&#60;/b&#62;</option>');
    expect(html.match(/<option/g)).toHaveLength(5);
    expect(html).not.toMatch(/https?:\/\/|<script>|<style|style=|\son[a-z]+=/);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
  });

  test('serves everything its own files ask for', async () => {
    const asked = new Set<string>();
    const follow = async (path: string): Promise<void> => {
      if (asked.has(path)) return;
      asked.add(path);
      const response = await fetch(new URL(path, site.url));
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      const text = await response.text();
      if (path === '/page/adaptivecards.js') return;
      for (const [, next = ''] of text.matchAll(/(?:src|href)="(\/[^"]+)"/g)) await follow(next);
      for (const [, next = ''] of text.matchAll(/from '\.\/([^']+)'/g)) await follow(`/page/${next}`);
    };
    await follow('/');
    expect([...asked]).toEqual(expect.arrayContaining(['/page/adaptivecards.js', '/page/app.js', '/page/host.js']));
  });

  test('lets the browser keep a file for as long as it stays the same', async () => {
    const first = await fetch(`${site.url}/page/app.css`);
    const again = await fetch(`${site.url}/page/app.css`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect([first.status, again.status]).toEqual([200, 304]);
  });

  test('tells the bot who, where and what, and gives its replies as they are', async () => {
    replies = () => [{ kind: 'show', screen: screenOf('text.minimal') }];
    const what = { kind: 'action', verb: 'toon-artikel', data: { article: 'C.3' } };
    const response = await post({ session, protocol: 'gsv', what });
    expect(await response.json()).toEqual({ replies: replies() });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(events).toEqual([
      {
        who: { organisation: 'lokaal', platformId: session },
        where: { channel: 'page', conversation: `page:${session}`, privacy: 'private', protocol: 'gsv' },
        what,
      },
    ]);
  });

  test.each<[string, number, string, unknown]>([
    ['no JSON', 400, 'MALFORMED', '{'],
    ['null', 400, 'bad-event', null],
    ['a list', 400, 'bad-event', []],
    ['no session', 400, 'bad-event', { ...home, session: undefined }],
    ['a session that is no uuid', 400, 'bad-event', { ...home, session: 'page:1' }],
    ['a school that is not there', 400, 'bad-event', { ...home, protocol: '../calvijn' }],
    ['an unknown kind', 400, 'bad-event', { ...home, what: { kind: 'delete' } }],
    ['empty text', 400, 'bad-event', { ...home, what: { kind: 'text', text: ' \n ' } }],
    ['too long a text', 400, 'bad-event', { ...home, what: { kind: 'text', text: 'x'.repeat(4001) } }],
    [
      'data that are not text',
      400,
      'bad-event',
      { ...home, what: { kind: 'action', verb: 'x', data: { a: { b: 1 } } } },
    ],
    ['a verb of another kind', 400, 'bad-event', { ...home, what: { kind: 'action', verb: '__proto__', data: {} } }],
    ['a form without nonce', 400, 'bad-event', { ...home, what: { kind: 'submit', verb: 'x', values: {} } }],
    ['who it is', 400, 'bad-event', { ...home, who: { platformId: 'U1' } }],
    ['more than 64 KB', 413, 'TOO_LARGE', { ...home, padding: 'x'.repeat(65 * 1024) }],
  ])('refuses %s', async (_, status, code, body) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ code, message: expect.stringMatching(/\w{3}/) });
    expect(events).toEqual([]);
    expect(logged).toEqual([{ code }]);
  });

  test('names what is wrong, without repeating it', async () => {
    const response = await post({ ...home, what: { kind: 'text', text: 'geheim'.repeat(1000) } });
    const answer = await response.text();
    expect(answer).toMatch(/"what\.text: .*4000/);
    expect(answer).not.toContain('geheim');
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', ''])('refuses the content type "%s"', async (type) => {
    const response = await post(home, { 'content-type': type });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ code: 'UNSUPPORTED_CONTENT' });
  });

  test('takes a large body that does not say how large it is no further than 64 KB', async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(16 * 1024).fill(32)),
    });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${site.url}/page/event`, {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  test.each<[string, Record<string, string>]>([
    ['a foreign Host', { host: 'bij-twijfel.example.org' }],
    ['a Host that only begins like ours', { host: 'localhost.example.org' }],
    ['a proxy', { 'x-forwarded-for': '203.0.113.9' }],
    ['a proxy of the standard kind', { forwarded: 'for=203.0.113.9' }],
    ['a foreign Origin', { origin: 'https://example.org' }],
    ['an Origin of nowhere', { origin: 'null' }],
  ])('refuses %s', async (_, headers) => {
    expect(await statusFor('/', headers)).toBe(403);
    expect(await statusFor('/page/app.js', headers)).toBe(403);
    if (headers.host === undefined) expect((await post(home, headers)).status).toBe(403);
    expect(events).toEqual([]);
  });

  test('answers in Dutch, and not with the cause, when the bot fails', async () => {
    replies = () => {
      throw new Error('SELECT secret');
    };
    const response = await post(home);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ code: 'fault', message: 'Er ging iets mis. Probeer het opnieuw.' });
  });
});
