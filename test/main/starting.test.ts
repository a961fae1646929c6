import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { folderOf, smallest } from '../fakes/content.ts';
import { putLearned } from '../fakes/learned.ts';
import { run } from '../fakes/run.ts';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

function folder(files: Readonly<Record<string, string>>): string {
  const made = folderOf(files);
  cleanups.push(made.remove);
  return made.folder;
}

/** A place for cases of its own: a test never touches the data of whoever runs it. */
const start = (env: Readonly<Record<string, string>>) =>
  run('src/main.ts', [], { env: { DATA_DIR: folder({}), ...env } });

describe('it does not start, and says what to do', () => {
  test('with a faulty protocol folder: every fault by file and line', async () => {
    const protocols = folder({
      ...smallest,
      'klein.yaml': smallest['klein.yaml'].replace('roles: [leidinggevende] }', 'roles: [rector] }'),
      'wet.yaml': 'articles: [\n',
    });
    const { code, out, err } = await start({ PORT: '3978', PROTOCOLS: protocols });
    expect(err).toContain('2 faults in the content files. Mend and start again:');
    expect(err).toContain(`${protocols}/klein.yaml:33: article A.1 names the role "rector", which is not under roles`);
    expect(err).toMatch(/wet\.yaml:2: not valid YAML/);
    expect(err).not.toContain('    at ');
    expect(out).toBe('');
    expect(code).toBe(1);
  });

  test('without a protocol folder', async () => {
    const { code, err } = await start({ PORT: '3978', PROTOCOLS: '/nergens' });
    expect(err).toContain('/nergens:1: cannot read this folder');
    expect(code).toBe(1);
  });

  test('with an organisation whose protocol does not exist', async () => {
    const organisations = folder({
      'bord.yaml': 'id: bord\nname: Bord\nlocations:\n  - { id: een, name: Een, protocol: nergens }\n',
    });
    const { code, err } = await start({ PORT: '3978', ORGANISATIONS: organisations });
    expect(err).toMatch(/bord\.yaml:\d+: .*nergens|bord\.yaml:\d+: /);
    expect(err).not.toContain('    at ');
    expect(code).toBe(1);
  });

  test('in production without credentials', async () => {
    const { code, out, err } = await start({ PORT: '3978', NODE_ENV: 'production' });
    expect(err).toContain(
      'MicrosoftAppId: no credentials are set, which is local mode; with NODE_ENV=production set those of Teams or Slack',
    );
    expect(err).not.toContain('    at ');
    expect(out).toBe('');
    expect(code).toBe(1);
  });

  test('with a port that another program has', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    cleanups.push(() => other.close());
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const data = folder({});
    putLearned(data);
    const { code, err, out } = await start({ PORT: String(port), DATA_DIR: data });
    expect(out).not.toContain('learns');
    expect(err).toBe(`Port ${port} is already in use: stop the other program or set PORT to another number.\n`);
    expect(code).toBe(1);
  });
});
