import type { Case } from './case.ts';

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

/** What stands in journals and notes for who reported something and withholds their name. Stored: never rename it. */
export const REPORTER = 'reporter';

type Named = Pick<Case, 'asker' | 'report'>;

/** How the journal and the notes of a case name who did something. */
export function nameIn(kase: Named, actor: Actor): string {
  return actor.kind === 'system' ? 'system' : idIn(kase, actor.email);
}

/** How the journal of a case names a person. */
export function idIn({ asker, report }: Named, email: string): string {
  return email === asker && report?.nameWithheld === true ? REPORTER : email;
}
