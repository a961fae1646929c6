import { tell } from './bot.js';
import { createChat } from './chat.js';
import { createDialog } from './dialog.js';
import { recall, remember } from './remembered.js';

/** Wires the page: what somebody does goes to the bot, and its replies go where they belong. */

const unreachable = 'Ik kan de bot niet bereiken. Kijk of het programma nog draait en probeer het opnieuw.';

const element = (id) => document.getElementById(id);
const school = /** @type {HTMLSelectElement} */ (element('school'));
const question = /** @type {HTMLTextAreaElement} */ (element('question'));
const form = /** @type {HTMLFormElement} */ (element('ask'));
const busy = element('busy');

/** The message whose button opened the dialog: that is the card which a `replace` from the dialog is about. */
let opener;
let waiting = 0;

const wait = (by) => {
  waiting += by;
  busy.hidden = waiting === 0;
};

/** Cards with an unanswered click: a second click on them is the same click. */
const asked = new Set();

const chat = createChat(element('log'), (what, from) => {
  if (asked.has(from)) return;
  asked.add(from);
  ask(what, { from }).finally(() => asked.delete(from));
});

const dialog = createDialog((what) => {
  if (asked.has(dialog)) return;
  asked.add(dialog);
  ask(what, { from: opener, inDialog: true }).finally(() => asked.delete(dialog));
});

/**
 * @typedef {{ from?: import('./chat.js').Message, inDialog?: boolean }} Origin where somebody clicked; neither, who typed
 */

/**
 * Puts one reply where it belongs.
 * @param {import('./bot.js').Reply} reply @param {Origin} origin @returns {HTMLElement | undefined} what is new to look at
 */
const take = (reply, { from, inDialog = false }) => {
  if (reply.kind === 'dialog') {
    opener = from;
    dialog.open(reply.dialog);
    return undefined;
  }
  if (reply.kind === 'field-errors') {
    const [elsewhere] = inDialog
      ? dialog.showErrors(reply.errors)
      : (from?.card.showErrors(reply.errors) ?? reply.errors);
    if (elsewhere !== undefined) (inDialog ? dialog : chat).fault(elsewhere.message);
    return undefined;
  }
  if (inDialog) dialog.close();
  if (reply.kind === 'replace' && from !== undefined) {
    chat.replace(from, reply.screen);
    return from.element;
  }
  return chat.show(reply.screen).element;
};

/**
 * Whoever clicked in a card goes on in the answer; whoever typed stays in the text box.
 * @param {import('./bot.js').What} what @param {Origin} [origin]
 */
const ask = async (what, { from, inDialog = false } = {}) => {
  wait(1);
  try {
    const replies = await tell(school.value, what);
    const [first] = replies.map((reply) => take(reply, { from, inDialog })).filter((each) => each !== undefined);
    if (first === undefined) return;
    if (from === undefined || from.element !== first) chat.reveal(first);
    if (from !== undefined && !dialog.isOpen()) first.focus({ preventScroll: true });
  } catch {
    (inDialog ? dialog : chat).fault(unreachable);
  } finally {
    wait(-1);
  }
};

const send = (text) => {
  chat.say(text);
  return ask({ kind: 'text', text });
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = question.value.trim();
  question.focus();
  if (text === '') return;
  question.value = '';
  send(text);
});

question.addEventListener('keydown', (event) => {
  // Enter while an input method is still composing chooses a letter, it does not send.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

const examples = /** @type {HTMLDetailsElement} */ (element('examples'));
const wide = matchMedia('(min-width: 56rem) and (min-height: 32rem)');
const arrange = () => {
  examples.open = wide.matches;
};
arrange();
wide.addEventListener('change', arrange);

for (const example of document.querySelectorAll('.example')) {
  example.addEventListener('click', () => {
    if (!wide.matches) examples.open = false;
    question.focus();
    send(example.textContent);
  });
}

const known = recall('school');
if ([...school.options].some(({ value }) => value === known)) school.value = known;

school.addEventListener('change', () => {
  remember('school', school.value);
  chat.clear();
  ask({ kind: 'home' });
});

ask({ kind: 'home' });
