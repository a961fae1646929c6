import { randomUUID } from 'node:crypto';
import { send } from '../../src/handover/desk.ts';
import { deskOver } from '../../src/main/desk.ts';
import type { Organisations } from '../../src/organisation/load.ts';
import { openStore } from '../../src/store/store.ts';
import { example } from '../bot/world.ts';
import { KEY } from '../store/place.ts';

/** A store in which a case waits: what somebody sent before the server went down. */

/** Nobody but who has the case may ever see this. */
export const CANARY = 'kanarievogel 0815';
export const mail = (name: string) => `${name}@voorbeeld.example`;
const organisations: Organisations = {
  all: [example],
  byId: (id) => (id === example.id ? example : undefined),
  byTenant: () => undefined,
  byWorkspace: () => undefined,
};

/** The desk over a store in a folder, while no program has it open. */
export async function withDesk<T>(
  folder: string,
  use: (desk: ReturnType<typeof deskOver>) => Promise<T>,
  clock = () => new Date(),
): Promise<T> {
  const store = await openStore({ folder, dataKey: KEY, production: true, clock, warn: () => undefined });
  try {
    return await use(deskOver(store.cases, organisations, clock));
  } finally {
    await store.close();
  }
}

/** Keeps a doubt that waits for a leidinggevende. */
export const waiting = (folder: string, clock?: () => Date) =>
  withDesk(
    folder,
    async (desk) => {
      const request = {
        organisation: example.id,
        kind: 'doubt' as const,
        subject: 'twijfel',
        urgent: false,
        location: 'calvijn',
        protocol: 'calvijn',
        asker: mail('docent.wiskunde'),
        recipients: [{ email: mail('teamleider.onderbouw'), role: 'teamleider', reason: 'protocol', article: 'B.6' }],
        excluded: [],
      };
      const sent = await send(desk, request, { fields: { vraag: CANARY }, notes: [] }, randomUUID());
      if (sent.kind !== 'sent') throw new Error('nobody');
      return sent.case.ref;
    },
    clock,
  );
