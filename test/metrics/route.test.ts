import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { metricsRoute } from '../../src/metrics/route.ts';
import { createServer } from '../../src/server.ts';

const TOKEN = 'a-token-of-prometheus';

async function asked(token: string | undefined, headers: Record<string, string> = {}): Promise<Response> {
  const route = metricsRoute(createMetrics({ oldestDue: async () => 0 }), token);
  const log = pino({ level: 'silent' });
  const server = createServer({ routes: [route], log, local: false, host: '127.0.0.1', port: 0 });
  const { url } = await server.listen();
  onTestFinished(() => server.close());
  return fetch(`${url}/metrics`, { headers });
}

test('with the token: Prometheus’ text', async () => {
  const response = await asked(TOKEN, { authorization: `Bearer ${TOKEN}` });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(await response.text()).toContain('# TYPE bijtwijfel_turn_seconds histogram');
});

test.each([
  ['nothing', {}],
  ['another token', { authorization: 'Bearer a-token-of-prometheuz' }],
  ['a longer one', { authorization: `Bearer ${TOKEN}x` }],
  ['an empty one', { authorization: 'Bearer ' }],
  ['another way', { authorization: `Basic ${TOKEN}` }],
])('with %s: refused, without a number', async (_name, headers) => {
  const response = await asked(TOKEN, headers);
  expect(response.status).toBe(401);
  expect(await response.text()).not.toContain('bijtwijfel');
});

test('in local mode, which lets nobody in from elsewhere, without one', async () => {
  expect((await asked(undefined)).status).toBe(200);
});
