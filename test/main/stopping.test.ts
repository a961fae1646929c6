import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import { SECRET } from '../fakes/slack/sender.ts';
import { startWorkspace } from '../fakes/slack/workspace.ts';
import { startMain } from '../fakes/started.ts';
import { freshFolder, KEY } from '../store/place.ts';
import { mail, waiting, withDesk } from './waiting.ts';

/** Stands before the workspace and holds back every message until it may go on. */
async function gateBefore(url: string) {
  const open = Promise.withResolvers<void>();
  let held = 0;
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const method = request.url?.split('/').at(-1) ?? '';
    if (method === 'chat.postMessage') {
      held += 1;
      await open.promise;
    }
    const { authorization = '', 'content-type': type = 'application/x-www-form-urlencoded' } = request.headers;
    const headers = { authorization, 'content-type': type };
    const answer = await fetch(new URL(method, url), { method: 'POST', headers, body: Buffer.concat(chunks) });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(await answer.text());
  };
  const server = createServer((request, response) => void pass(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/api/`, held: () => held, open: () => open.resolve() };
}

test('asked to stop, it finishes what it claimed: delivered once, and nothing is due any more', async () => {
  const folder = freshFolder();
  const ref = await waiting(folder);
  const workspace = await startWorkspace();
  onTestFinished(() => workspace.close());
  workspace.join(mail('teamleider.onderbouw'));
  const gate = await gateBefore(workspace.url);
  const main = await startMain({
    ...{ HOST: '127.0.0.1', DATA_DIR: folder, DATA_KEY: KEY },
    ...{ SLACK_BOT_TOKEN: workspace.token, SLACK_SIGNING_SECRET: SECRET, SLACK_API_URL: gate.url },
  });
  onTestFinished(async () => void (await main.kill()));
  await vi.waitFor(() => expect(gate.held()).toBeGreaterThan(0), 60_000);
  const stopped = main.stop();
  // It has heard, and what it holds is still under way.
  await vi.waitFor(() => expect(main.log()).toContain('Stopping'), 60_000);
  expect(workspace.messages.size).toBe(0);
  gate.open();
  expect(await stopped).toBe(0);
  expect(workspace.messages.size).toBe(1);
  await withDesk(folder, async ({ cases }) => {
    // What is due now is the reminder, not a delivery that would come a second time.
    expect(await cases.rowsOf(ref)).toMatchObject([{ person: mail('teamleider.onderbouw'), stage: 'remind' }]);
    expect(await cases.messagesOf(ref)).toHaveLength(1);
  });
});
