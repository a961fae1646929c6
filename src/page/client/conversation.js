import { tell } from './bot.js';
import { createChat } from './chat.js';

/**
 * One person's talk with the bot: what was typed, the cards that answered, and those that came by themselves. It lives on
 * while somebody else is looked at.
 */

/** What goes wrong on the way to the bot; a refusal has words of its own, but they are for who wrote this. */
const unreachable = 'Ik kan de bot niet bereiken. Kijk of het programma nog draait en probeer het opnieuw.';

/**
 * @typedef {import('./chat.js').Message} Message
 * @typedef {{ from?: Message, inDialog?: boolean, said?: HTMLElement }} Origin where somebody clicked, or what was typed
 * @typedef {ReturnType<typeof createConversation>} Conversation
 */

/**
 * @param {{ as?: string, protocol: () => string, dialog: ReturnType<typeof import('./dialog.js').createDialog>,
 *   busy: (conversation: Conversation, by: number) => void,
 *   told: (what: import('./bot.js').What, replies: import('./bot.js').Reply[]) => void,
 *   moment: (iso: string) => string }} options
 */
export const createConversation = ({ as, protocol, dialog, busy, told, moment }) => {
  const element = document.createElement('div');
  element.className = 'log';

  /** Cards with an unanswered click: a second click on them is the same click. */
  const asked = new Set();
  /** @type {Map<string, Message>} */
  const mails = new Map();

  const once = (key, what, origin) => {
    if (asked.has(key)) return;
    asked.add(key);
    ask(what, origin).finally(() => asked.delete(key));
  };

  const chat = createChat(element, (what, from) => once(from, what, { from }));

  /**
   * What was wrong with a form goes under its fields, or above it when it has no such field.
   * @param {{ field: string, message: string }[]} errors @param {Origin} origin
   */
  const object = (errors, { from, inDialog }) => {
    const form = inDialog ? dialog : from?.card;
    const [elsewhere] = form?.showErrors(errors) ?? errors;
    if (elsewhere !== undefined) (inDialog ? dialog : chat).fault(elsewhere.message);
  };

  /** An answer that is in the mailbox too: what comes in for it later changes it here. */
  const settle = (id, message) => {
    const early = mails.get(id);
    // The inbox was asked before the answer was here.
    if (early !== undefined && early !== message) early.element.remove();
    mails.set(id, Object.assign(message, { mail: id, isOwn: early === undefined }));
  };

  /**
   * Puts one reply where it belongs.
   * @param {import('./bot.js').Reply} reply @param {Origin} origin @returns {HTMLElement | undefined} what is new to look at
   */
  const take = (reply, { from, inDialog = false, said }) => {
    if (reply.kind === 'dialog') {
      // A lone "meld" that nothing came of says nothing.
      dialog.open(
        reply.dialog,
        as,
        (what) => once(dialog, what, { from, inDialog: true }),
        () => said?.remove(),
      );
      return undefined;
    }
    if (reply.kind === 'field-errors') {
      object(reply.errors, { from, inDialog });
      return undefined;
    }
    if (inDialog) dialog.close();
    const inPlace = reply.kind === 'replace' && from !== undefined;
    if (inPlace) chat.replace(from, reply.screen);
    const message = inPlace ? from : chat.show(reply.screen);
    if (reply.mail !== undefined) settle(reply.mail, message);
    return message.element;
  };

  /**
   * Whoever clicked in a card goes on in the answer; whoever typed stays in the text box.
   * @param {import('./bot.js').What} what @param {Origin} [origin]
   */
  const ask = async (what, { from, inDialog = false, said } = {}) => {
    busy(self, 1);
    try {
      const replies = await tell({ protocol: protocol(), as, mail: from?.mail, what });
      const [first] = replies
        .map((reply) => take(reply, { from, inDialog, said }))
        .filter((each) => each !== undefined);
      told(what, replies);
      if (first === undefined) return;
      if (from === undefined || from.element !== first) chat.reveal(first);
      if (from !== undefined && !dialog.isOpen()) first.focus({ preventScroll: true });
    } catch {
      (inDialog ? dialog : chat).fault(unreachable);
    } finally {
      busy(self, -1);
    }
  };

  const self = {
    as,
    element,
    ask,
    isEmpty: () => element.childElementCount === 0,
    /** @param {string} text */
    send: (text) => {
      return ask({ kind: 'text', text }, { said: chat.say(text) });
    },
    /** A card that came, or that changed where it stands; `isNews` unless it was put here by its own answer. @param {import('./inbox.js').Mail} mail */
    receive: ({ id, screen, at, updatedAt }) => {
      const when = updatedAt === undefined ? moment(at) : `${moment(at)}, bijgewerkt ${moment(updatedAt)}`;
      const known = mails.get(id);
      if (known !== undefined) {
        const hadFocus = known.element.contains(document.activeElement);
        chat.replace(known, screen, when);
        if (hadFocus) known.element.focus({ preventScroll: true });
        const isNews = known.isOwn !== true;
        known.isOwn = false;
        return { element: known.element, isNews };
      }
      const message = Object.assign(chat.show(screen, when), { mail: id });
      message.element.classList.add('mail');
      mails.set(id, message);
      return { element: message.element, isNews: true };
    },
  };
  return self;
};
