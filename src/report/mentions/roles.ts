import { peopleWith } from '../../organisation/people.ts';
import { BESTUUR, LEIDINGGEVENDE, PRIVACY, TOEZICHT } from '../../organisation/roles.ts';
import { roleFacts } from '../../protocol/facts.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import { plainWords, type Token } from '../tokens.ts';
import type { Found } from './found.ts';
import type { Place } from './functions.ts';

/** Who is called by a role of the protocol or of the law: "de directie", "het college van bestuur". */

/** How the roles that the bot itself knows are called. */
const own: readonly { readonly role: string; readonly said: readonly string[] }[] = [
  {
    role: BESTUUR,
    said: ['bestuur', 'cvb', 'college van bestuur', 'bevoegd gezag', 'schoolbestuur', 'bestuurder', 'bestuurders'],
  },
  { role: TOEZICHT, said: ['raad van toezicht', 'rvt', 'toezichthouder'] },
  { role: PRIVACY, said: ['privacyfunctionaris', 'functionaris gegevensbescherming', 'fg', 'privacy officer'] },
];

/** Too many hold these for the word to mean somebody; a leidinggevende is found by relation. */
const passed = new Set([LEIDINGGEVENDE, 'docent', 'leraar', 'vertrouwensinspecteur', 'politie']);

export function byRole(tokens: readonly Token[], { organisation, reporter }: Place, protocol: Protocol): Found[] {
  const roles = roleFacts(protocol);
  const said = [
    ...own.flatMap(({ role, said }) => said.map((words) => ({ role, words: words.split(' ') }))),
    ...roles.flatMap(({ role }) => (passed.has(role) ? [] : [{ role, words: plainWords(role) }])),
  ];
  return said.flatMap(({ role, words }) =>
    tokens.flatMap((_, at) => {
      if (!words.every((word, i) => tokens[at + i]?.plain === word)) return [];
      const to = at + words.length - 1;
      return peopleWith(organisation, role, reporter, roles).map((person) => ({
        person,
        by: 'role' as const,
        from: at,
        to,
      }));
    }),
  );
}
