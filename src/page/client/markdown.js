/**
 * What our cards use of markdown: backslashes before letters that must stay letters, and blank lines between paragraphs.
 * Nothing here makes any other element, so no text can.
 */

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text */
const html = (text) => text.replace(/[&<>"']/g, (letter) => entities[letter]);

/** @param {string} markdown */
const line = (markdown) => html(markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1'));

/** @param {string} markdown @returns {string} HTML */
export const toHtml = (markdown) =>
  markdown
    .split(/\n{2,}/)
    .map(line)
    .join('<br>');
