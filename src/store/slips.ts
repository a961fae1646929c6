import type { Values } from '../conversation/event.ts';
import type { Clock, Slips } from '../handover/ports.ts';
import { type Context, type Key, seal, unsealJson } from './seal.ts';

const CONTEXT: Context = ['slip'];

type Sealed = { readonly values: Values; readonly until: string };

/**
 * Slips sealed with a key of the installation: every server that shares the database can read them, and nothing is kept.
 * @param key may seal other things too: what a slip is bound to sets it apart
 */
export function createSlips(key: Key, clock: Clock): Slips {
  return {
    issue: (values, validMs) => {
      const sealed: Sealed = { values, until: new Date(clock().getTime() + validMs).toISOString() };
      return seal(key, CONTEXT, JSON.stringify(sealed));
    },
    read: (slip) => {
      try {
        const { values, until } = unsealJson<Sealed>((id) => (id === key.id ? key : undefined), CONTEXT, slip);
        return clock().toISOString() < until ? values : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
