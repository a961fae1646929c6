import { z } from 'zod';
import { dossierFormats } from '../bot/cases/ports.ts';
import type { Ports } from '../bot/ports.ts';
import { type Dossier, dossierOf } from '../bot/report/dossier.ts';
import { isReport } from '../bot/report/kase.ts';
import type { Actor } from '../handover/actor.ts';
import { act } from '../handover/desk.ts';
import type { Slips } from '../handover/ports.ts';
import { personByEmail } from '../organisation/people.ts';
import type { Organisation } from '../organisation/schema.ts';

const onSlip = z.object({
  organisation: z.string(),
  email: z.string(),
  ref: z.string(),
  format: z.enum(dossierFormats),
});

export type OnSlip = z.infer<typeof onSlip>;

export type Fetching = { readonly slips: Slips; readonly ports: Ports };

export type Fetched = {
  readonly dossier: Dossier;
  readonly format: OnSlip['format'];
  readonly organisation: Organisation;
};

/**
 * The dossier that a slip of paper is for. A slip says who asked, not that they still may: that is asked of the table now, and
 * the journal holds it before anything goes out.
 * @returns undefined for a slip that is not ours or too old, and for who may not: the three are never told apart
 * @throws BusyError, or an error of the store: nothing was given out
 */
export async function fetched({ slips, ports }: Fetching, slip: string): Promise<Fetched | undefined> {
  const read = onSlip.safeParse(slips.read(slip));
  const { doubts } = ports;
  if (!read.success || doubts === undefined) return undefined;
  const { organisation: id, email, ref, format } = read.data;
  const organisation = ports.organisation(id);
  // Somebody who left the organisation file since may do nothing any more.
  if (organisation === undefined || personByEmail(organisation, email) === undefined) return undefined;
  const actor: Actor = { kind: 'person', organisation: id, email };
  const { desk } = doubts;
  const acted = await act(desk, ref, actor, { verb: 'export' });
  if (acted.kind === 'refused' || !isReport(acted.case)) return undefined;
  const content = await desk.cases.content(ref);
  if (content === undefined) return undefined;
  const journal = await desk.cases.journalOf(ref);
  const kase = acted.case;
  const dossier = dossierOf({ kase, content, journal, organisation, ports, doubts, by: email, at: desk.clock() });
  return { dossier, format, organisation };
}
