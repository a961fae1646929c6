import type { Memory, Remembered } from '../conversation/memory.ts';
import type { DraftStore, PersonId } from '../handover/ports.ts';
import { KEPT_MS } from './remembered.ts';

/**
 * Remembers conversations for several servers, so that each answers as if it had been asked before: sealed, beside the
 * drafts, and gone after the same eight hours. A database that does not answer is a conversation that begins anew.
 */
export function createSharedMemory(drafts: DraftStore): Memory {
  return {
    recall: async (conversation) => {
      try {
        const kept = await drafts.read(place(conversation), KEY);
        return kept?.json === undefined ? {} : (JSON.parse(kept.json) as Remembered);
      } catch {
        return {};
      }
    },
    remember: async (conversation, remembered) => {
      try {
        await drafts.keep(place(conversation), KEY, { json: JSON.stringify(remembered) }, KEPT_MS);
      } catch {
        // It is a comfort: what was asked is answered all the same.
      }
    },
  };
}

const KEY = 'remembered';

/** Conversations have ids of their platform, which no organisation shares; no organisation file has this id. */
function place(conversation: string): PersonId {
  return { organisation: '(conversation)', email: conversation };
}
