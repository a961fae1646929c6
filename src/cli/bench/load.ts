import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, request } from 'undici';
import type { Load, Loaded } from './loading.ts';

/**
 * The load, as a process of its own: asks a bot for turns over connections that stay open, a bounded number at a time, and
 * plays the connector that the bot's answers go to. Takes a `Load` from its parent and gives back a `Loaded`, any number of
 * times.
 */

const REQUEST_MS = 10_000;
const JSON_BODY = { 'Content-Type': 'application/json' };
/** How many people there are, each in a conversation of their own. */
const PEOPLE = 97;
/** What somebody typed, or the data of the button they clicked. */
type Said = string | Readonly<Record<string, string>>;

let cards = 0;
let answers = 0;
let sent = 0;

const connector = createServer((incoming, response) => {
  let size = 0;
  let card = false;
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length;
    card ||= chunk.includes('application/vnd.microsoft.card.adaptive');
  });
  incoming.on('end', () => {
    if (size > 0) answers++;
    if (card) cards++;
    const status = incoming.method === 'GET' ? 200 : 201;
    response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(incoming.method === 'GET' ? memberAt(incoming.url ?? '') : { id: `m${answers}` }));
  });
});
connector.keepAliveTimeout = 60_000;
connector.listen(0, '127.0.0.1');

const serviceUrl = () => `http://127.0.0.1:${(connector.address() as AddressInfo).port}/emea/`;

/** Who somebody is, as Teams tells a bot that asks for a member of a conversation. */
function memberAt(url: string) {
  const id = decodeURIComponent(url.slice(url.lastIndexOf('/') + 1));
  const name = id.replace('29:', '');
  const address = `${name}@voorbeeld.example`;
  return { id, name, aadObjectId: name, objectId: name, email: address, userPrincipalName: address, userRole: 'user' };
}

/** A personal message as Teams sends it; local mode names no tenant. */
function message(said: Said): string {
  const number = ++sent;
  return JSON.stringify({
    type: 'message',
    id: `bench-${process.pid}-${number}`,
    timestamp: '2026-11-20T09:12:01.123Z',
    channelId: 'msteams',
    serviceUrl: serviceUrl(),
    from: { id: `29:person-${number % PEOPLE}`, name: 'Noor de Wit', aadObjectId: `person-${number % PEOPLE}` },
    recipient: { id: '28:bench', name: 'Bij Twijfel' },
    conversation: { id: `a:conversation-${number % PEOPLE}`, conversationType: 'personal' },
    textFormat: 'plain',
    ...(typeof said === 'string' ? asText(said) : { value: said, replyToId: 'm1' }),
    entities: [{ locale: 'nl-NL', country: 'NL', platform: 'Web', type: 'clientInfo' }],
    locale: 'nl-NL',
  });
}

const asText = (text: string) => ({
  text,
  attachments: [{ contentType: 'text/html', content: `<div>${text}</div>` }],
});

async function turn(url: string, agent: Agent, said: Said): Promise<{ readonly ms: number; readonly ok: boolean }> {
  const body = message(said);
  const start = performance.now();
  try {
    const answer = await request(url, { method: 'POST', dispatcher: agent, headers: JSON_BODY, body });
    await answer.body.dump();
    return { ms: performance.now() - start, ok: answer.statusCode === 200 };
  } catch {
    return { ms: performance.now() - start, ok: false };
  }
}

async function run(load: Load): Promise<Loaded> {
  const agent = new Agent({ connections: load.atOnce, headersTimeout: REQUEST_MS, bodyTimeout: REQUEST_MS });
  const { opening } = load;
  for (let i = 0; opening !== undefined && i < PEOPLE; i++) await turn(load.url, agent, opening);
  [cards, answers] = [0, 0];
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  const cpu = process.cpuUsage();
  const start = performance.now();
  const worker = async () => {
    while (next < load.turns && performance.now() - start < load.mostMs) {
      const text = load.texts[next++ % load.texts.length] ?? '';
      const { ms, ok } = await turn(load.url, agent, text);
      times.push(ms);
      if (!ok) failed++;
    }
  };
  await Promise.all(Array.from({ length: load.atOnce }, worker));
  const tookMs = performance.now() - start;
  const used = process.cpuUsage(cpu);
  await agent.destroy();
  return { times, tookMs, failed, answers, cards, busy: (used.user + used.system) / 1000 / tookMs };
}

process.on('message', (load: Load) => void run(load).then((loaded) => process.send?.(loaded)));
process.on('disconnect', () => process.exit());
