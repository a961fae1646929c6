import { draw } from './card.js';

/** The log of what was said: cards of the bot, words of whoever sits here. */

/** @param {HTMLElement} message @param {string} who */
const sign = (message, who) => {
  const name = document.createElement('span');
  name.className = 'hidden';
  name.textContent = `${who}: `;
  message.prepend(name);
};

/** @param {string} text */
const lineOf = (text) => {
  const line = document.createElement('p');
  line.className = 'when';
  line.textContent = text;
  return line;
};

/**
 * @typedef {{ element: HTMLElement, card: import('./card.js').Drawn, shown: string, mail?: string, when?: string,
 *   isOwn?: boolean }} Message
 *   `mail` is its id in the mailbox, for what came by itself or may change by itself; `when` says when that was;
 *   `isOwn` until the mailbox tells of what is here already
 * @typedef {(what: import('./bot.js').What, from: Message) => void} OnWhat
 */

/** @param {HTMLElement} log @param {OnWhat} onWhat */
export const createChat = (log, onWhat) => {
  const reveal = (element) => element.scrollIntoView({ block: 'start', behavior: 'instant' });

  /** What a message shows stays as it is when nothing in it changed: somebody may be at its buttons. */
  const fill = (message, screen, when = message.when) => {
    const shown = JSON.stringify(screen);
    message.when = when;
    if (message.shown !== shown) {
      message.shown = shown;
      message.card = draw(screen, (what) => onWhat(what, message));
      message.element.replaceChildren(message.card.element);
      sign(message.element, 'Bij Twijfel');
    }
    message.element.querySelector('.when')?.remove();
    if (when !== undefined) message.element.prepend(lineOf(when));
  };

  const add = (className) => {
    const element = document.createElement('div');
    element.className = `message ${className}`;
    element.tabIndex = -1;
    log.append(element);
    return element;
  };

  return {
    /** @param {string} text @returns {HTMLElement} */
    say: (text) => {
      const element = add('mine');
      element.textContent = text;
      sign(element, 'Jij');
      reveal(element);
      return element;
    },
    /** @param {import('./bot.js').Screen} screen @param {string} [when] @returns {Message} */
    show: (screen, when) => {
      const message = { element: add('card'), card: undefined, shown: '' };
      fill(message, screen, when);
      return message;
    },
    replace: fill,
    /** @param {string} text */
    fault: (text) => {
      const element = add('fault');
      element.setAttribute('role', 'alert');
      element.textContent = text;
      reveal(element);
    },
    reveal,
  };
};
