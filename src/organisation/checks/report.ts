import type { Located } from '../../content/parse.ts';
import type { Organisation } from '../schema.ts';

/** Notes a fault at the line of a value, found by its path in the file. */
export type Report = (path: readonly PropertyKey[], message: string) => void;

/** An organisation file as it was read; it may still name what does not exist. */
export type OrganisationFile = { readonly file: string; readonly located: Located<Organisation> };
