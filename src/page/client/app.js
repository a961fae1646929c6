import { get } from './bot.js';
import { createCast } from './cast.js';
import { createConversation } from './conversation.js';
import { createDialog } from './dialog.js';
import { createPane } from './pane.js';
import { recall, remember } from './remembered.js';
import { createSides } from './sides.js';

/** Wires the page: which school, who is sitting on which side, and what one might ask. */

const element = (id) => document.getElementById(id);
const school = /** @type {HTMLSelectElement} */ (element('school'));

const known = recall('school');
if ([...school.options].some(({ value }) => value === known)) school.value = known;

const cast = createCast(await get('/page/people'));
const place = () => cast.place(school.value);

const asker = createPane(element('asker'), {
  role: 'Wie vraagt',
  question: 'Je vraag',
  placeholder: 'Wat wil je weten?',
  onChoice: (email) => sides?.askAs(email),
});
asker.box.id = 'question';

const decider = createPane(element('decider'), {
  role: 'Wie beslist',
  question: 'Bericht van wie beslist',
  placeholder: 'Bijvoorbeeld: openstaand',
  empty: 'Hier komt een bericht zodra iemand deze persoon iets vraagt of meldt.',
  onChoice: (email) => sides?.decideAs(email),
});

const dialog = createDialog((email) => cast.named(email)?.label);

/** Everybody's talk, for as long as this visit lasts. @type {Map<string, import('./conversation.js').Conversation>} */
const conversations = new Map();

const begin = (as) =>
  createConversation({
    as,
    protocol: () => place().protocol,
    dialog,
    busy: (conversation, by) => {
      for (const pane of [asker, decider]) pane.wait(conversation, by);
    },
    told: (what, replies) => {
      sides?.tour.told(what, replies);
      sides?.soon();
    },
    moment: (iso) => sides?.clock.moment(iso) ?? '',
  });

/** Somebody of the organisation talks on wherever they are shown; who is nobody begins anew at each school. */
const conversationOf = (as) => {
  const key = as ?? `${place().id}:`;
  const conversation = conversations.get(key) ?? begin(as);
  conversations.set(key, conversation);
  return conversation;
};

const sides = cast.hasPeople ? createSides({ cast, place, asker, decider, conversationOf }) : undefined;

const start = () => {
  if (sides !== undefined) {
    sides.start();
    return;
  }
  const conversation = begin(undefined);
  asker.show(conversation);
  conversation.ask({ kind: 'home' });
};

school.addEventListener('change', () => {
  remember('school', school.value);
  start();
});

const wide = matchMedia('(min-width: 56rem) and (min-height: 32rem)');
const folds = [element('tour'), element('examples')];
/** Open where there is room; with two sides the tour is what to begin with. */
const arrange = () => {
  for (const fold of folds) fold.open = wide.matches && (sides === undefined || fold.id === 'tour');
};
/** What was in the fold is done: on a phone it makes room for the talk. */
const fold = () => {
  if (!wide.matches) for (const each of folds) each.open = false;
};
arrange();
wide.addEventListener('change', arrange);

for (const example of document.querySelectorAll('.example')) {
  example.addEventListener('click', () => {
    fold();
    asker.box.focus();
    asker.shown()?.send(example.textContent);
  });
}

for (const id of ['tour-begin', 'tour-report']) element(id).addEventListener('click', fold);

start();
sides?.look();
