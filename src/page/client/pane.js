/** One side of the page: who is sitting there, their talk, and the box to type in. */

/**
 * @param {HTMLElement} root
 * @param {{ role: string, question: string, placeholder: string, empty?: string,
 *   onChoice: (email: string) => void }} options `empty` says what will come, until it does
 */
export const createPane = (root, { role, question, placeholder, empty = '', onChoice }) => {
  root.append(document.getElementById('pane').content.cloneNode(true));
  const find = (selector) => root.querySelector(selector);
  const head = find('.pane-head');
  const who = /** @type {HTMLSelectElement} */ (find('.who'));
  const scroll = find('.scroll');
  const place = find('.place');
  const busy = find('.busy');
  const box = /** @type {HTMLTextAreaElement} */ (find('textarea'));
  const form = /** @type {HTMLFormElement} */ (find('form'));
  const waiting = new Map();
  const hint = document.createElement('p');
  hint.className = 'hint';
  hint.textContent = empty;

  /** @type {import('./conversation.js').Conversation | undefined} */
  let shown;

  const label = find('.pane-role');
  label.textContent = role;
  label.id = `${root.id}-role`;
  who.setAttribute('aria-labelledby', label.id);
  scroll.setAttribute('aria-label', `Gesprek: ${role.toLowerCase()}`);
  box.setAttribute('aria-label', question);
  box.placeholder = placeholder;
  who.addEventListener('change', () => onChoice(who.value));

  const showBusy = () => {
    busy.hidden = (waiting.get(shown) ?? 0) === 0;
  };

  const showHint = () => {
    if (empty !== '' && shown?.isEmpty()) place.append(hint);
    else hint.remove();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = box.value.trim();
    box.focus();
    if (text === '' || shown === undefined) return;
    box.value = '';
    shown.send(text);
    showHint();
  });

  box.addEventListener('keydown', (event) => {
    // Enter while an input method is still composing chooses a letter, it does not send.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  return {
    root,
    box,
    who,
    showHead: () => {
      head.hidden = false;
      root.setAttribute('aria-label', role);
    },
    shown: () => shown,
    /** @param {import('./conversation.js').Conversation} conversation */
    show: (conversation) => {
      shown = conversation;
      place.replaceChildren(conversation.element);
      who.value = conversation.as ?? '';
      showHint();
      showBusy();
      scroll.scrollTop = scroll.scrollHeight;
    },
    /** Brings a message into sight, without moving anything but this pane. @param {HTMLElement} element */
    reveal: (element) => {
      showHint();
      scroll.scrollTop = element.offsetTop - 12;
    },
    /** @param {import('./conversation.js').Conversation} conversation @param {number} by */
    wait: (conversation, by) => {
      waiting.set(conversation, (waiting.get(conversation) ?? 0) + by);
      showBusy();
      showHint();
    },
  };
};
