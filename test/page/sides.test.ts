import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Event } from '../../src/conversation/event.ts';
import type { CaseCard, Reply } from '../../src/conversation/reply.ts';
import { createClock, createMailbox, createPage, type Mailbox, type MovableClock } from '../../src/page/page.ts';
import type { Place, Someone } from '../../src/page/people.ts';
import { screenOf } from '../cards/screens.ts';
import { board } from '../e2e/board.ts';
import { type Site, serve } from '../e2e/browser.ts';
import { schools } from '../e2e/schools.ts';

const session = '4f9a3c52-8a4b-4a67-9a35-0d4a0a6c1f11';
const as = 'leider@bord.example';
const what = { kind: 'action', verb: 'open-zaak', data: { ref: 'V-2A3B4C' } };
const log = { warn: () => undefined, error: () => undefined };

/** Whatever these routes answer: each test looks at its own part. */
type Answer = {
  readonly places: readonly Place[];
  readonly people: readonly Someone[];
  readonly mailbox: string;
  readonly now: string;
  readonly after: number;
  readonly mails: readonly { readonly person: string }[];
  readonly moved: number;
  readonly replies: readonly object[];
};

const read = async (response: Response) => ({ status: response.status, body: (await response.json()) as Answer });

describe('the page with people', () => {
  let site: Site;
  let mailbox: Mailbox;
  let clock: MovableClock;
  let events: Event[] = [];
  let replies: readonly Reply[] = [];
  let placed: CaseCard[] = [];
  let due: Date | undefined;

  beforeEach(async () => {
    clock = createClock(() => new Date('2026-10-06T07:30:00Z'));
    mailbox = createMailbox(clock.now);
    events = [];
    replies = [];
    due = undefined;
    placed = [];
    const keep = async (card: CaseCard) => void placed.push(card);
    const bot = async (event: Event) => {
      events.push(event);
      return replies;
    };
    site = await serve(
      createPage({ bot, schools, log, people: board, mailbox, clock, placed: keep, nextDueAt: async () => due }).routes,
    );
  });
  afterEach(() => site.close());

  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
    read(
      await fetch(`${site.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    );
  const get = async (path: string, headers: Record<string, string> = {}) =>
    read(await fetch(`${site.url}${path}`, { headers }));
  const tell = (parts: object = {}) => post('/page/event', { session, protocol: 'gsv', as, what, ...parts });
  const send = async (email: string) => {
    const sent = await mailbox.notify({ organisation: 'bord', email }, screenOf('text.minimal'));
    return 'refused' in sent ? '' : sent.messageId;
  };

  test('offers the schools of the organisation, and the protocols none of them has', async () => {
    const { body } = await get('/page/people');
    expect(body.places.map(({ id, protocol }) => [id, protocol])).toEqual([
      ['calvijn', 'calvijn'],
      ['gsv', 'gsv'],
      ['model', 'model'],
      ['msvr', 'msvr'],
      ['aeres', 'aeres'],
    ]);
    expect(body.people).toHaveLength(7);
    expect(JSON.stringify(body)).not.toMatch(/"(roles|phone|deputy)"/);
  });

  test('tells the bot as whom somebody does it; each person is a conversation of their own', async () => {
    await tell({ as: 'LEIDER@bord.example' });
    await tell({ as: undefined });
    expect(events.map(({ who, where }) => [who, where.conversation])).toEqual([
      [{ organisation: 'bord', platformId: session, person: as }, `page:${session}:${as}`],
      [{ organisation: 'bord', platformId: session }, `page:${session}`],
    ]);
  });

  test.each<[string, object]>([
    ['somebody whom the file does not name', { as: 'vreemd@bord.example' }],
    ['somebody without address', { as: '' }],
    ['an address that is no text', { as: { email: as } }],
    ['a card that is no id', { mail: '../1' }],
  ])('refuses %s', async (_, parts) => {
    expect(await tell(parts)).toEqual({
      status: 400,
      body: { code: 'bad-event', message: expect.stringMatching(/^(as|mail): \w/) },
    });
    expect(events).toEqual([]);
  });

  test('without people nobody is anybody, and there is no clock to move', async () => {
    const bare = await serve(createPage({ bot: async () => [], schools, log }).routes);
    const send = (path: string, body: object) =>
      fetch(`${bare.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await send('/page/event', { session, protocol: 'gsv', as, what })).status).toBe(400);
    expect((await send('/page/clock', { step: 'werkdag' })).status).toBe(404);
    await bare.close();
  });

  describe('the card of a case', () => {
    const of = (kind: 'show' | 'replace'): Reply => ({ kind, screen: screenOf('text.typical'), case: 'V-2A3B4C' });
    const inMailbox = () => mailbox.after(0).map(({ id, person, screen }) => ({ id, person, screen }));

    test.each(['show', 'replace'] as const)('that the page shows (%s) is in the mailbox from then on', async (kind) => {
      replies = [of(kind)];
      const { body } = await tell();
      const [mail] = inMailbox();
      expect(body.replies).toMatchObject([{ kind, mail: mail?.id }]);
      expect(mail).toEqual({ id: expect.any(String), person: as, screen: screenOf('text.typical') });
      const place = { channel: 'page', conversation: `page:${as}`, messageId: mail?.id };
      expect(placed).toEqual([
        { ref: 'V-2A3B4C', organisation: 'bord', person: as, ...place, screen: screenOf('text.typical') },
      ]);
    });

    test('in place of one that is there stays that one', async () => {
      const mail = await send(as);
      replies = [of('replace')];
      const { body } = await tell({ mail });
      expect(body.replies).toMatchObject([{ mail }]);
      expect(placed).toMatchObject([{ messageId: mail }]);
      expect(inMailbox()).toEqual([{ id: mail, person: as, screen: screenOf('text.typical') }]);
    });

    test('of somebody else is not taken over by who names its id', async () => {
      const mail = await send('docent@bord.example');
      replies = [of('replace')];
      await tell({ mail });
      expect(placed[0]?.messageId).not.toBe(mail);
      expect(inMailbox()[0]).toMatchObject({ id: mail, screen: screenOf('text.minimal') });
    });

    test('is nobody’s for who is nobody', async () => {
      replies = [of('show')];
      await tell({ as: undefined });
      expect([placed, inMailbox()]).toEqual([[], []]);
    });
  });

  test('a card in the mailbox that is replaced is replaced for everybody', async () => {
    const mail = await send(as);
    replies = [{ kind: 'replace', screen: screenOf('text.typical') }];
    await tell({ mail });
    expect(mailbox.after(1)).toMatchObject([{ id: mail, screen: screenOf('text.typical') }]);
  });

  test('a card of somebody else, or one that is gone, stays as it is', async () => {
    const mail = await send('docent@bord.example');
    replies = [{ kind: 'replace', screen: screenOf('text.typical') }];
    expect((await tell({ mail })).status).toBe(200);
    expect((await tell({ mail: '4f9a3c52-8a4b-4a67-9a35-0d4a0a6c1f12' })).status).toBe(200);
    expect(mailbox.after(1)).toEqual([]);
  });

  test('the inbox gives what is new since it was asked, of one or of all, and the time', async () => {
    await send(as);
    await send('docent@bord.example');
    await mailbox.notify({ organisation: 'elders', email: as }, screenOf('text.minimal'));
    const all = await get('/page/inbox');
    expect(all.body).toMatchObject({ now: '2026-10-06T07:30:00.000Z', after: 2, mailbox: mailbox.id });
    expect(all.body.mails.map(({ person }) => person)).toEqual([as, 'docent@bord.example']);
    expect((await get('/page/inbox?person=docent@bord.example')).body.mails).toHaveLength(1);
    expect((await get(`/page/inbox?after=1&mailbox=${mailbox.id}`)).body.mails).toHaveLength(1);
    expect((await get(`/page/inbox?after=2&mailbox=${mailbox.id}`)).body).toMatchObject({ after: 2, mails: [] });
  });

  test('an inbox from before a restart begins anew', async () => {
    await send(as);
    const { body } = await get(`/page/inbox?after=57&mailbox=${session}`);
    expect(body).toMatchObject({ after: 1, mails: [{ person: as }] });
    mailbox = createMailbox();
    const empty = await serve(createPage({ bot: async () => [], schools, log, people: board, mailbox }).routes);
    const answer = await (await fetch(`${empty.url}/page/inbox?after=57&mailbox=${session}`)).json();
    expect(answer).toMatchObject({ after: 0, mails: [] });
    await empty.close();
  });

  test.each(['?after=-1', '?after=x', '?after=1.5', '?person=vreemd@bord.example', '?mailbox=1', '?other=1'])(
    'the inbox refuses %s',
    async (query) => {
      expect(await get(`/page/inbox${query}`)).toMatchObject({ status: 400, body: { code: 'bad-query' } });
    },
  );

  test.each([
    ['half-uur', '2026-10-06T08:00:00.000Z'],
    ['vier-uur', '2026-10-06T11:30:00.000Z'],
    ['werkdag', '2026-10-07T07:30:00.000Z'],
  ])('the clock goes %s forward', async (step, now) => {
    expect((await post('/page/clock', { step, location: 'calvijn' })).body.now).toBe(now);
    expect(clock.now().toISOString()).toBe(now);
  });

  test('the clock goes to what is due next, never back, and stays where nothing is', async () => {
    expect((await post('/page/clock', { step: 'volgende' })).body.moved).toBe(0);
    due = new Date('2026-10-01T00:00:00Z');
    expect((await post('/page/clock', { step: 'volgende' })).body.moved).toBe(0);
    due = new Date('2026-10-09T10:00:00Z');
    expect((await post('/page/clock', { step: 'volgende' })).body.now).toBe('2026-10-09T10:00:00.000Z');
  });

  test.each<[string, unknown]>([
    ['no step', {}],
    ['a step of its own making', { step: '-1' }],
    ['a number', { step: 3 }],
    ['a school that is not there', { step: 'werkdag', location: 'x' }],
    ['more than it asks', { step: 'werkdag', by: 1 }],
    ['a list', []],
  ])('the clock refuses %s', async (_, body) => {
    const answer = await post('/page/clock', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-clock', message: expect.stringMatching(/\w{3}/) } });
    expect(clock.now().toISOString()).toBe('2026-10-06T07:30:00.000Z');
  });

  test.each(['/page/people', '/page/inbox'])('%s is for this machine only', async (path) => {
    expect((await get(path, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(403);
    expect((await get(path, { origin: 'https://example.org' })).status).toBe(403);
    expect((await post('/page/clock', { step: 'werkdag' }, { origin: 'https://example.org' })).status).toBe(403);
  });
});
