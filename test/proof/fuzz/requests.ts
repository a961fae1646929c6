import fc from 'fast-check';
import * as given from '../../fakes/teams/activities.ts';
import { EXAMPLE_TENANT } from '../../fakes/teams/colleague.ts';
import { anything, text, values, verb } from './values.ts';

/** One request as it goes over the wire. `signed`: with a token of our own log-in. */
export type Request = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signed?: true;
};

const json = { 'content-type': 'application/json' };
const people = fc.constantFrom('docent.wiskunde', 'teamleider.onderbouw', 'bestuurder', 'leraar.muziek');

/** Some parts of an activity left out, doubled or put in place of others. */
const mutations = fc.dictionary(
  fc.constantFrom(
    'type',
    'from',
    'recipient',
    'conversation',
    'channelData',
    'value',
    'text',
    'attachments',
    'id',
    'name',
    'entities',
    'action',
    'replyToId',
    'membersAdded',
    'serviceUrl',
    'locale',
  ),
  fc.oneof(anything, fc.constant(undefined)),
  { maxKeys: 2 },
);

/** Parts of a message that somebody picked, with anything in them. */
const messageParts = fc.dictionary(
  fc.constantFrom('body', 'linkToMessage', 'subject', 'attachments', 'from', 'deleted'),
  anything,
  { maxKeys: 2 },
);

const plainActivity = (url: string) =>
  fc.oneof(
    text.map((words) => given.personalMessage(url, words)),
    text.map((words) => given.channelMessage(url, words)),
    fc.tuple(verb, values(anything)).map(([name, data]) => given.executed(url, name, data, 'm1')),
    fc
      .tuple(verb, values(anything), text)
      .map(([name, data, nonce]) => given.taskSubmit(url, { ...data, verb: name, nonce })),
    fc.tuple(verb, values(anything)).map(([name, data]) => given.taskFetch(url, { ...data, verb: name }, 'm1')),
    fc.tuple(verb, values(anything)).map(([name, data]) => given.submitted(url, { ...data, verb: name }, 'm1')),
    fc.tuple(verb, values(anything)).map(([name, data]) => given.opened(url, name, data, 'm1')),
    fc.tuple(text, fc.integer({ min: -1, max: 30 })).map(([words, skip]) => given.searched(url, words, skip)),
    fc
      .tuple(fc.constantFrom('meld-bericht', 'twijfel-bericht', 'anders'), text, messageParts)
      .map(([command, html, parts]) => given.picked(url, command, html, parts)),
    fc
      .tuple(verb, values(anything), text)
      .map(([name, data, nonce]) => given.extensionSubmitted(url, { ...data, verb: name, nonce })),
    fc.constantFrom('add', 'remove', 'add-upgrade').map((action) => given.installation(url, action)),
    fc.constant(given.botAdded(url)),
  );

const activity = (url: string) =>
  fc.tuple(plainActivity(url), people, mutations).map(([made, who, changes]): Record<string, unknown> => {
    const chat = `a:${who}`;
    return {
      ...made,
      from: { id: `29:${who}`, aadObjectId: `aad-${who}`, name: who },
      channelData: { tenant: { id: EXAMPLE_TENANT } },
      conversation: { conversationType: 'personal', tenantId: EXAMPLE_TENANT, id: chat },
      ...changes,
    };
  });

const post = (path: string, body: string): Request => ({ method: 'POST', path, headers: json, body });

const teams = (url: string): fc.Arbitrary<Request> =>
  activity(url).map((each) => ({ ...post('/api/messages', JSON.stringify(each)), signed: true }));

const what = fc.oneof(
  text.map((words) => ({ kind: 'text', text: words })),
  fc.tuple(verb, text).map(([name, argument]) => ({ kind: 'command', name, argument })),
  fc.tuple(verb, values(text)).map(([name, data]) => ({ kind: 'action', verb: name, data })),
  fc
    .tuple(verb, values(text), text)
    .map(([name, given, nonce]) => ({ kind: 'submit', verb: name, values: given, nonce })),
  anything,
);

const page: fc.Arbitrary<Request> = fc
  .tuple(what, people, fc.constantFrom('calvijn', 'model', 'msvr', 'gsv', 'aeres', 'niets'))
  .map(([happened, who, protocol]) =>
    post(
      '/page/event',
      JSON.stringify({
        session: '0f8fad5b-d9cb-469f-a165-70867728950e',
        protocol,
        as: `${who}@voorbeeld.example`,
        what: happened,
      }),
    ),
  );

const rough: fc.Arbitrary<Request> = fc
  .tuple(
    fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'),
    fc.constantFrom(
      '/',
      '/api/messages',
      '/slack/events',
      '/page/event',
      '/page/inbox',
      '/page/clock',
      '/healthz',
      '/readyz',
      '/metrics',
      '/%00',
      '/..%2f..%2fetc/passwd',
      '//evil',
    ),
    fc.constantFrom(
      'application/json',
      'text/plain',
      'application/json; charset=utf-16',
      'multipart/form-data; boundary=x',
      '',
    ),
    fc.oneof(
      anything.map((value) => JSON.stringify(value)),
      text,
      fc.constant('['.repeat(60) + ']'.repeat(60)),
      fc.constant('{"a":'),
    ),
  )
  .map(([method, path, type, body]) => ({
    method,
    path,
    headers: type === '' ? {} : { 'content-type': type },
    ...(method === 'GET' || method === 'OPTIONS' ? {} : { body }),
  }));

/** Requests for a server with the page, where nobody signs. */
export const local = (connector: string): fc.Arbitrary<Request> =>
  fc.oneof({ weight: 4, arbitrary: page }, { weight: 4, arbitrary: teams(connector) }, { weight: 2, arbitrary: rough });

/** Requests for a server with credentials: most signed, the others not. */
export const signed = (connector: string): fc.Arbitrary<Request> =>
  fc.oneof(
    { weight: 6, arbitrary: teams(connector) },
    { weight: 1, arbitrary: teams(connector).map(({ signed: _signed, ...rest }) => rest) },
    { weight: 2, arbitrary: rough },
  );
