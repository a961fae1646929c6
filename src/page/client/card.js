import { hostConfig } from './host.js';
import { toHtml } from './markdown.js';

const { AdaptiveCard, ExecuteAction, GlobalSettings, OpenUrlAction } = globalThis.AdaptiveCards;

// A card is no stop for the Tab key: what can be done in it is.
GlobalSettings.setTabIndexAtCardRoot = false;

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toHtml(text);
  result.didProcess = true;
};

/**
 * @typedef {import('./bot.js').What} What
 * @typedef {{
 *   element: HTMLElement,
 *   showErrors: (errors: { field: string, message: string }[]) => { field: string, message: string }[],
 *   focus: () => void,
 * }} Drawn
 */

/** A nonce marks the button that sends a form. @param {string} verb @param {Record<string, string>} data @returns {What} */
const whatOf = (verb, data) => {
  const { nonce, ...values } = data;
  return nonce === undefined ? { kind: 'action', verb, data } : { kind: 'submit', verb, values, nonce };
};

/** @param {any} action @param {(what: What) => void} onWhat */
const execute = (action, onWhat) => {
  if (action instanceof ExecuteAction) onWhat(whatOf(action.verb, action.data));
  if (action instanceof OpenUrlAction) window.open(action.url, '_blank', 'noopener,noreferrer');
};

/** Puts what the bot objected to under its field, as the card's own objections. @param {any} input @param {string} message */
const showError = (input, message) => {
  const own = input.errorMessage;
  input.resetValidationFailureCue();
  input.errorMessage = message;
  input.showValidationErrorMessage();
  input.errorMessage = own;
  input.renderedInputControlElement?.setAttribute('aria-invalid', 'true');
};

/**
 * The renderer names a row by its action alone and hides the rest of its words; all of them are worth hearing, but the sign
 * at its end.
 * @param {HTMLElement} element
 */
const nameRows = (element) => {
  for (const row of element.querySelectorAll('.ac-columnSet[role="button"]')) {
    row.removeAttribute('aria-label');
    row.removeAttribute('title');
    row.lastElementChild.setAttribute('aria-hidden', 'true');
  }
};

/**
 * Draws a card.
 * @param {import('./bot.js').Screen} screen @param {(what: What) => void} onWhat @returns {Drawn}
 */
export const draw = (screen, onWhat) => {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.parse(screen.card);
  card.onExecuteAction = (action) => execute(action, onWhat);
  const element = card.render();
  // The renderer reads `speak` aloud as the name of a group; the words in it are enough.
  element.removeAttribute('aria-label');
  nameRows(element);
  return {
    element,
    showErrors: (errors) => {
      const inputs = card.getAllInputs();
      const named = (field) => inputs.find((input) => input.id === field);
      for (const { field, message } of errors) {
        const input = named(field);
        if (input !== undefined) showError(input, message);
      }
      named(errors.find(({ field }) => named(field))?.field ?? '')?.focus();
      return errors.filter(({ field }) => named(field) === undefined);
    },
    focus: () => (card.getAllInputs()[0] ?? undefined)?.focus(),
  };
};
