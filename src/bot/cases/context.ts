import type { Case } from '../../handover/case.ts';
import type { Organisation } from '../../organisation/schema.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import type { Ports } from '../ports.ts';

/** What a card about a case is made with, besides the case. */
export type NoticeContext = {
  readonly organisation: Organisation;
  /** The protocol of the case as its school has it. */
  readonly protocol: Protocol | undefined;
};

/** The protocol a case was opened under, in the words of its school; also when that school has another one by now. */
export function contextOf(
  kase: Pick<Case, 'location' | 'protocol'>,
  organisation: Organisation,
  ports: Pick<Ports, 'protocol' | 'protocolAt'>,
): NoticeContext {
  const location = organisation.locations.find(({ id }) => id === kase.location);
  const same = location?.protocol === kase.protocol;
  return { organisation, protocol: location && same ? ports.protocolAt(location) : ports.protocol(kase.protocol) };
}
