import { draw } from './card.js';

/** The log of what was said: cards of the bot, words of whoever sits here. */

/** @param {HTMLElement} message @param {string} who */
const sign = (message, who) => {
  const name = document.createElement('span');
  name.className = 'hidden';
  name.textContent = `${who}: `;
  message.prepend(name);
};

/**
 * @typedef {{ element: HTMLElement, card: import('./card.js').Drawn }} Message
 * @typedef {(what: import('./bot.js').What, from: Message) => void} OnWhat
 */

/** @param {HTMLElement} log @param {OnWhat} onWhat */
export const createChat = (log, onWhat) => {
  const reveal = (element) => element.scrollIntoView({ block: 'start', behavior: 'instant' });

  /** @param {Message} message @param {import('./bot.js').Screen} screen */
  const fill = (message, screen) => {
    message.card = draw(screen, (what) => onWhat(what, message));
    message.element.replaceChildren(message.card.element);
    sign(message.element, 'Bij Twijfel');
  };

  const add = (className) => {
    const element = document.createElement('div');
    element.className = `message ${className}`;
    element.tabIndex = -1;
    log.append(element);
    return element;
  };

  return {
    /** @param {string} text */
    say: (text) => {
      const element = add('mine');
      element.textContent = text;
      sign(element, 'Jij');
      reveal(element);
    },
    /** @param {import('./bot.js').Screen} screen @returns {Message} */
    show: (screen) => {
      const message = { element: add('card'), card: undefined };
      fill(message, screen);
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
    clear: () => log.replaceChildren(),
  };
};
