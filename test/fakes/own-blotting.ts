/** In place of `src/bot/thumbs/blotted.ts`: takes nothing out. */
export const blottedOrNothing = (text: string): string => text;
