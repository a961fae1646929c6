import type { CaseKind } from './case.ts';

/** Letters and digits that cannot be mistaken for each other when somebody reads them out: no 0 O, 1 I. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 6;
const LETTER: Readonly<Record<CaseKind, string>> = { doubt: 'V', report: 'M' };
const SHAPE = new RegExp(`^[VM]-[${ALPHABET}]{${LENGTH}}$`);

/**
 * A new reference: V-7K3F9Q for a doubt, M-… for a report. Random, so that no number skips where a case exists that
 * somebody may not know of. Not checked for being taken: the store does that.
 * @param random a whole number from 0 up to (not including) its argument; use `crypto.randomInt`
 */
export function newReference(kind: CaseKind, random: (below: number) => number): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(random(ALPHABET.length)));
  return `${LETTER[kind]}-${letters.join('')}`;
}

/** Whether a text has the shape of a reference. */
export function isReference(text: string): boolean {
  return SHAPE.test(text);
}
