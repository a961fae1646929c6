import type { Values } from '../../conversation/event.ts';
import type { FieldError, Reply } from '../../conversation/reply.ts';
import type { DecisionKind } from '../../handover/case.ts';
import { carriedOut, known } from '../cases/acting.ts';
import { contextOf } from '../cases/context.ts';
import { noCase, notSaved } from '../cases/fixed.ts';
import { guarded } from '../cases/guarded.ts';
import type { Staff } from '../cases/staff.ts';
import { cleaned, MOST, tooLong } from '../cases/typed.ts';
import { decisions } from '../cases/words.ts';
import { show } from '../turn.ts';

/** The decision out of the dialog. The first one counts; who comes later sees how it stands. */
export function decide(staff: Staff, values: Values): Promise<readonly Reply[]> {
  const { ref = '', besluit, artikel } = values;
  return guarded(
    staff,
    'beslis',
    async () => {
      const kase = await known(staff, ref);
      if (kase === undefined) return [show(noCase())];
      const kind = decisions.find((each) => each.kind === besluit)?.kind;
      const note = cleaned(values.toelichting);
      const errors = faultsIn(kind, note);
      if (kind === undefined || errors.length > 0) return [{ kind: 'field-errors', errors }];
      const { protocol } = contextOf(kase, staff.organisation, staff.turn.ports);
      const article = artikel !== undefined && protocol?.byId.has(artikel) ? { article: artikel } : {};
      return carriedOut(staff, ref, { verb: 'decide', kind, note, ...article });
    },
    notSaved,
  );
}

function faultsIn(kind: DecisionKind | undefined, note: string): FieldError[] {
  if (kind === undefined) return [{ field: 'besluit', message: 'Kies een besluit.' }];
  const long = tooLong(note, MOST.toelichting);
  if (long !== undefined) return [{ field: 'toelichting', message: long }];
  if (kind === 'akkoord-mits' && note === '') {
    return [{ field: 'toelichting', message: 'Schrijf de voorwaarden op: je collega moet weten wat er nodig is.' }];
  }
  return [];
}
