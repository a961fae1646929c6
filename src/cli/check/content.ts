import type { Config } from '../../config.ts';
import { ContentError, type Fault } from '../../content/parse.ts';
import { loadWalks } from '../../doubt/load.ts';
import type { Agreed } from '../../organisation/agreed.ts';
import { loadOrganisations, type Organisations } from '../../organisation/load.ts';
import { keepsQuestions, ownersAt } from '../../organisation/owners.ts';
import { holds } from '../../organisation/people.ts';
import { PRIVACY, TOEZICHT } from '../../organisation/roles.ts';
import type { Organisation } from '../../organisation/schema.ts';
import { agreedIn } from '../../protocol/facts.ts';
import { readLibrary } from '../../protocol/load.ts';
import { loadReports } from '../../report/load.ts';
import { type Checked, fine, wrong } from './checked.ts';

/** What was agreed, and who is who as far as the files are in order. */
export type ContentChecked = {
  readonly checks: readonly Checked[];
  readonly agreed: Agreed;
  readonly organisations: Organisations | undefined;
};

const remedies = {
  protocols: 'Mend this line (protocols/README.md explains the file), then check again.',
  walks: 'Mend this line (protocols/README.md, the walk), then check again.',
  reports: 'Mend this line (protocols/README.md, reports), then check again.',
  organisation: 'Mend this line (organisations/README.md lists what each message means), then check again.',
} as const;

type Part = keyof typeof remedies;

/** Looks at everything in PROTOCOLS and ORGANISATIONS; a fault in one folder hides none in another. */
export function checkContent({
  protocols: folder,
  organisations: others,
}: Pick<Config, 'protocols' | 'organisations'>): ContentChecked {
  const { library, faults, whole } = readLibrary(folder);
  const agreed = agreedIn(library);
  const protocols = found(
    'protocols',
    faults,
    `${library.protocols.size} protocols, ${library.law.length} of the law.`,
  );
  // What cites a file that cannot be read would be called wrong where it is right.
  if (!whole) return { checks: [...protocols, ...unseen], agreed, organisations: undefined };
  const walks = looked(
    'walks',
    () => loadWalks(folder, library.protocols),
    ({ size }) => `${size} walks.`,
  );
  const reports = looked(
    'reports',
    () => loadReports(folder, library),
    ({ byProtocol }) => `${byProtocol.size} files.`,
  );
  const read = looked(
    'organisation',
    () => loadOrganisations(others, agreed),
    (value) => counted(value, agreed),
  );
  const checks = [...protocols, ...walks.checks, ...reports.checks, ...read.checks, ...nobodyFor(read.value)];
  return { checks, agreed, organisations: read.value };
}

const unseen: readonly Checked[] = (['walks', 'reports', 'organisation'] as const).map((part) =>
  wrong(part, 'Not looked at: a file of PROTOCOLS cannot be read.', 'Mend the protocols first, then check again.'),
);

const counted = ({ all }: Organisations, agreed: Agreed): string =>
  all
    .map(
      (each) =>
        `${each.id}: ${each.people.length} people, every role filled, no circles${kept(each)}${unowned(each, agreed)}`,
    )
    .join('\n');

/** Roles that no start needs, and without which the gravest reports reach nobody. */
const grave: readonly { readonly role: string; readonly what: string }[] = [
  { role: PRIVACY, what: 'a report of leaked data reaches no privacy officer, who must know within 72 hours' },
  { role: TOEZICHT, what: 'a report about the bestuur can go to nobody' },
];

function nobodyFor(organisations: Organisations | undefined): readonly Checked[] {
  return (organisations?.all ?? []).flatMap(({ id, people }) =>
    grave
      .filter(({ role }) => !people.some((person) => holds(person, role)))
      .map(({ role, what }) =>
        wrong(
          'organisation',
          `${id}: nobody has the role "${role}": ${what}.`,
          `Give somebody the role "${role}" in the organisation file.`,
        ),
      ),
  );
}

/** No fault, but not to be overlooked. */
function kept({ retention }: Organisation): string {
  const forEver = (['twijfel', 'melding'] as const).filter((kind) => retention[kind] === undefined);
  return forEver.length === 0 ? '' : `; no retention for ${forEver.join(' and ')}: kept for ever`;
}

/** Neither: where nobody may see what a protocol leaves open, that is not kept. */
function unowned(organisation: Organisation, { protocols }: Agreed): string {
  if (!keepsQuestions(organisation))
    return '; no owner, or no retention for vragen: no question is kept, and there are no thumbs';
  const without = organisation.locations.filter(({ id, protocol }) => {
    const roles = protocols.find((each) => each.id === protocol)?.roles ?? [];
    return ownersAt(organisation, id, roles).length === 0;
  });
  if (without.length === 0) return '';
  return `; nobody has the role ${organisation.owner} at ${without.map(({ id }) => id).join(', ')}: no question is kept there`;
}

function looked<T>(
  part: Part,
  load: () => T,
  say: (value: T) => string,
): { readonly checks: readonly Checked[]; readonly value?: T } {
  try {
    const value = load();
    return { checks: [fine(part, say(value))], value };
  } catch (cause) {
    if (!(cause instanceof ContentError)) throw cause;
    return { checks: found(part, cause.faults, '') };
  }
}

function found(part: Part, faults: readonly Fault[], otherwise: string): readonly Checked[] {
  if (faults.length === 0) return [fine(part, otherwise)];
  return faults.map(({ file, line, message }) => wrong(part, `${file}:${line}: ${message}`, remedies[part]));
}
