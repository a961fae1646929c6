import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { checkContent } from '../../../src/cli/check/content.ts';
import { agreedIn } from '../../../src/protocol/facts.ts';
import { folderOf } from '../../fakes/content.ts';
import { library } from '../../protocol/library.ts';

/** What organisations/README.md shows is so. */

const readme = readFileSync('organisations/README.md', 'utf8');

test('its example is one that the check has nothing to say against', () => {
  const [, text = ''] = /```yaml\n(id: [\s\S]*?)```/.exec(readme) ?? [];
  const made = folderOf({ 'zonnehof.yaml': text });
  onTestFinished(made.remove);
  const { checks } = checkContent({ protocols: 'protocols', organisations: made.folder });
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(checks.find(({ check }) => check === 'organisation')?.message).toMatch(
    /^zonnehof: 6 people, every role filled/,
  );
});

test('its table has every role that a protocol names for a case, and of a set who is in it', () => {
  const shown = [...readme.matchAll(/^\| (\w+) \| (`.*`\)?) \|$/gm)].map(([, id, roles]) => [id, roles]);
  const named = agreedIn(library).protocols.map(({ id, contacts, roles }) => {
    const said = [...new Set(contacts.flatMap((contact) => contact.roles))].map((role) => {
      const members = roles.find((each) => each.role === role)?.members ?? [];
      return members.length === 0 ? `\`${role}\`` : `\`${role}\` (${members.map((each) => `\`${each}\``).join(', ')})`;
    });
    return [id, said.join(', ')];
  });
  const byId = (rows: readonly (readonly unknown[])[]) => Object.fromEntries(rows as [string, unknown][]);
  expect(byId(shown)).toEqual(byId(named));
});
