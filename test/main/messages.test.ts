import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buttonsIn } from '../fakes/buttons.ts';
import { type Started, startMain } from '../fakes/started.ts';
import * as given from '../fakes/teams/activities.ts';
import { type Connector, type Held, startConnector } from '../fakes/teams/connector.ts';

/** The tenant of organisations/example.yaml. */
const TENANT = '00000000-0000-4000-8000-000000000001';

/** A question that each protocol answers in its own place. */
const protocols = [
  { school: 'CSG Calvijn', question: 'Mag ik privé over school publiceren?', place: 'Artikel D.1', says: 'Mag, mits' },
  {
    school: 'De Modelschool',
    question: 'Mag ik in mijn eigen tijd online vrienden zijn met een leerling?',
    place: 'Artikel A.6',
    says: 'Mag niet',
  },
  {
    school: 'Montessori Stichting Vreugd en Rust',
    question: 'Mag ik vertrouwelijke informatie publiceren?',
    place: 'Richtlijn 3',
    says: 'Mag niet',
  },
  {
    school: 'Groningse Schoolvereniging',
    question: 'Mag ik mijn wachtwoord met een collega delen?',
    place: 'Wachtwoorden, punt 1',
    says: 'Mag niet',
  },
  {
    school: 'Aeres MBO',
    question: 'Mag ik een foto van een student plaatsen?',
    place: '1.3, punt 2',
    says: 'Mag, mits',
  },
] as const;

let connector: Connector;
let main: Started;

beforeAll(async () => {
  [connector, main] = await Promise.all([startConnector(), startMain({}, [], true)]);
});
afterAll(async () => {
  await connector.close();
  expect(await main.stop()).toBe(0);
});

/** An activity as Teams sends it, of the example board and in a conversation of the test's own. */
function from(conversation: string, activity: given.Json): given.Json {
  connector.know(conversation);
  const { channelData, conversation: kind } = activity as { channelData: given.Json; conversation: given.Json };
  return {
    ...activity,
    channelData: { ...channelData, tenant: { id: TENANT } },
    conversation: { ...kind, tenantId: TENANT, id: conversation },
  };
}

async function post(activity: given.Json): Promise<{ readonly status: number; readonly body: string }> {
  const response = await fetch(`${main.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  return { status: response.status, body: await response.text() };
}

/** The last message the connector took for a conversation. */
function last(conversation: string): Held {
  const held = connector.sent.findLast((each) => each.conversation === conversation);
  if (held === undefined) throw new Error(`nothing was sent to ${conversation}`);
  return held;
}

const shown = (conversation: string) => JSON.stringify(last(conversation).activity);

/** What a button of a message shows when it is clicked: the answer to the click, and the message as all see it then. */
async function click(
  conversation: string,
  find: (button: { title: string; verb: string }) => boolean,
  message = last(conversation),
) {
  const button = buttonsIn(connector.current(message.id)).find(find);
  if (button === undefined) throw new Error(`no such button in ${JSON.stringify(message.activity)}`);
  const activity = given.executed(connector.url, button.verb, { ...button.data }, message.id);
  const { status, body } = await post(from(conversation, activity));
  expect(status).toBe(200);
  return { body, message: JSON.stringify(connector.current(message.id)) };
}

describe.each(protocols)('$school', ({ school, question, place, says }) => {
  const chat = `a:${school}`;

  test('is chosen by its button, answers with the place, and shows the article in place', async () => {
    expect((await post(from(chat, given.personalMessage(connector.url, question)))).status).toBe(200);
    expect(shown(chat)).toContain('Op welke school werk je?');

    const chosen = await click(chat, ({ title }) => title === school);
    for (const text of [chosen.body, chosen.message]) {
      expect(text).toContain(says);
      expect(text).toContain(place);
      expect(text).not.toContain(question);
    }

    const article = await click(chat, ({ verb }) => verb === 'toon-artikel');
    expect(article.body).toContain('Voor wie');
    expect(article.message).toContain('Terug naar het antwoord');

    const back = await click(chat, ({ verb }) => verb === 'terug');
    expect(back.message).toContain(says);
  });

  test('answers the next question at once, and commands', async () => {
    await post(from(chat, given.personalMessage(connector.url, question)));
    expect(shown(chat)).toContain(place);
    await post(from(chat, given.personalMessage(connector.url, 'protocol')));
    expect(buttonsIn(last(chat).activity).map(({ verb }) => verb)).toContain('toon-hoofdstuk');
    await post(from(chat, given.personalMessage(connector.url, 'zoek school')));
    expect(shown(chat)).toContain('Gevonden in het protocol');
  });
});

describe('where others read along', () => {
  const group = '19:groep@thread.v2';
  const channel = '19:kanaal@thread.tacv2;messageid=1718000000001';

  test('in a group chat a mention is answered, without thumbs', async () => {
    await post(from(group, given.groupMessage(connector.url, 'school')));
    await click(group, ({ title }) => title === 'Aeres MBO');
    await post(from(group, given.groupMessage(connector.url, 'Mag ik een foto van een student plaatsen?')));
    expect(shown(group)).toContain('1.3, punt 2');
    expect(buttonsIn(last(group).activity).map(({ verb }) => verb)).not.toContain('duim');
  });

  test('in a channel a story gets one neutral line that repeats nothing', async () => {
    await post(from(channel, given.channelMessage(connector.url, 'school')));
    await click(channel, ({ title }) => title === 'CSG Calvijn');
    const story = 'Jan de Boer uit 3B wordt al weken uitgescholden in de klassenapp en ik weet niet wat ik moet doen';
    expect((await post(from(channel, given.channelMessage(connector.url, story)))).status).toBe(200);
    expect(shown(channel)).toContain('Dit bespreek ik liever niet hier');
    expect(shown(channel)).not.toMatch(/Jan|3B|uitgescholden|leidinggevende/);
  });
});

test('the page is the same bot: what is typed there does the same', async () => {
  const session = '4f9a3c52-8a4b-4a67-9a35-0d4a0a6c1f11';
  const tell = async (text: string) => {
    const response = await fetch(`${main.url}/page/event`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ session, protocol: 'calvijn', what: { kind: 'text', text } }),
    });
    const { replies } = (await response.json()) as { replies: { screen: { name: string; summary: string } }[] };
    return replies[0]?.screen;
  };
  expect((await tell('help'))?.name).toBe('help');
  expect((await tell('artikel C.3'))?.name).toBe('article');
  expect((await tell('hoofdstuk B'))?.name).toBe('list');
  expect((await tell('zoek foto'))?.name).toBe('list');
  expect((await tell('protocol'))?.name).toBe('protocol');
  expect((await tell('school'))?.summary).toContain('kies je de school');
  expect((await tell('Mag ik privé over school publiceren?'))?.summary).toContain('Artikel D.1');
});

test('nothing that was typed is in the log', () => {
  expect(main.log()).toContain('Local mode');
  expect(main.log()).not.toMatch(/Jan|Boer|publiceren|wachtwoord/);
});

test('what it did is in the numbers, and nothing of what was said', async () => {
  const numbers = await (await fetch(`${main.url}/metrics`)).text();
  expect(numbers).toMatch(/^bijtwijfel_turn_seconds_count\{channel="teams",kind="text"\} [1-9]/m);
  expect(numbers).toMatch(/^bijtwijfel_answers_total\{kind="answer"\} [1-9]/m);
  expect(numbers).toMatch(/^bijtwijfel_database_up 1$/m);
  expect(numbers).not.toMatch(/calvijn|publiceren|voorbeeld|19:/i);
  const ready = async () => expect(await (await fetch(`${main.url}/readyz`)).text()).toBe('ok');
  await vi.waitFor(ready, 60_000);
});
