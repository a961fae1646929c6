import { dossierScreen } from '../../cards/dossier.ts';
import type { Reply } from '../../conversation/reply.ts';
import { inDialog, noCase, notDone } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import type { Staff } from '../cases/staff.ts';
import { openStep } from '../cases/verbs.ts';
import { reportFor } from './forms.ts';
import { reportVerbs } from './verbs.ts';

/** Where the dossier of a report can be fetched. That somebody fetched it is journalled when they do: see `src/dossier`. */

/** The same for every case, so that it tells nothing of one that is not for this person. */
const NONE = 'Openen';

export function dossierDialog(staff: Staff, ref: string): Promise<readonly Reply[]> {
  const { organisation, person, doubts } = staff;
  return guarded(
    staff,
    reportVerbs.dossier,
    async () => {
      const found = await reportFor(staff, ref, 'export');
      if (found === undefined || doubts.dossiers === undefined) return [inDialog(NONE, noCase())];
      const who = { organisation: organisation.id, email: person.email };
      const screen = dossierScreen({
        headline: `Dossier van melding ${ref}`,
        lines: [
          'Hierin staat alles wat er over deze melding is geschreven en gedaan. Bewaar het alleen waar dat mag.',
          'De links werken vijf minuten, en alleen zolang deze melding bij jou ligt. In het logboek komt te staan dat jij het dossier hebt opgehaald.',
        ],
        pdf: doubts.dossiers(who, ref, 'pdf'),
        json: doubts.dossiers(who, ref, 'json'),
        back: openStep(ref, 'Terug'),
      });
      return [inDialog('Dossier', screen)];
    },
    () => inDialog(NONE, notDone()),
  );
}
