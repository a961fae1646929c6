/** Who asks whether something may: "mag ik …", "mogen leerlingen …", "is het toegestaan". */

const permitting = /^(mag|mogen|toegestaan|verboden|allowed|may)$/;
/** These ask for other things too: "which form can I use". */
const can = /\bcan\b|^(kan|kunnen) (ik|we|een)\b/;

/** Whether a question is about what may, whatever else is asked in passing. */
export const isAboutPermission = (words: readonly string[]): boolean =>
  words.some((word) => permitting.test(word) || word === 'verbod');

/** Whether a question wants a verdict first. */
export const asksPermission = (words: readonly string[]): boolean =>
  words.some((word) => permitting.test(word)) || can.test(words.join(' '));
