import type { Names } from './names.ts';

/** Under which context each column that says who is hidden: equal only where a query must find it. */

type Hidden = { readonly hide: (text: string) => string; readonly show: (hidden: string) => string };

export const askerIn = (names: Names, organisation: string): Hidden => of(names, 'asker', organisation);
/** Who has a case, in the main line or beside it. */
export const holderIn = (names: Names, organisation: string): Hidden => of(names, 'holder', organisation);
/** Whom something is due for. */
export const dueIn = (names: Names, ref: string): Hidden => of(names, 'due', ref);
/** Whose card it is, and where it stands: a conversation with one person says as much as a name. */
export const cardIn = (names: Names, ref: string): Hidden => of(names, 'card', ref);
export const draftIn = (names: Names, organisation: string): Hidden => of(names, 'draft', organisation);

function of(names: Names, purpose: string, id: string): Hidden {
  return { hide: (text) => names.hide([purpose, id], text), show: (hidden) => names.show([purpose, id], hidden) };
}
