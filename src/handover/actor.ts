/** Who does something to a case, after the channel has verified the identity; never built from card data. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly organisation: string;
      /** Lower case. */
      readonly email: string;
      readonly administrator?: boolean;
    }
  /** The bot itself: the delivery loop. */
  | { readonly kind: 'system' };

export const system: Actor = { kind: 'system' };

/** How a journal names who did it. */
export function nameOf(actor: Actor): string {
  return actor.kind === 'system' ? 'system' : actor.email;
}
