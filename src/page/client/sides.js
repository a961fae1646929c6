import { fillPeople } from './chooser.js';
import { createSchoolClock } from './clock.js';
import { createElsewhere } from './elsewhere.js';
import { createInbox } from './inbox.js';
import { recall, remember } from './remembered.js';
import { createTabs } from './tabs.js';
import { createTour } from './tour.js';

/** Both sides of a case: who asks on the left, who decides on the right, and the clock of the school. */

/**
 * @param {{ cast: ReturnType<typeof import('./cast.js').createCast>, place: () => import('./cast.js').Place,
 *   asker: ReturnType<typeof import('./pane.js').createPane>, decider: ReturnType<typeof import('./pane.js').createPane>,
 *   conversationOf: (email?: string) => import('./conversation.js').Conversation }} options
 */
export const createSides = ({ cast, place, asker, decider, conversationOf }) => {
  const labelOf = (email) => cast.named(email)?.label ?? email;
  const both = [asker, decider];
  const paneOf = (email) => both.find((pane) => pane.shown()?.as === email);

  document.body.dataset.sides = '2';
  document.getElementById('clock').hidden = false;
  decider.root.hidden = false;
  for (const pane of both) pane.showHead();

  const tabs = createTabs([
    { root: asker.root, title: 'Wie vraagt' },
    { root: decider.root, title: 'Wie beslist' },
  ]);

  /** Somebody was put on the right by hand: they stay there, whatever comes for others. */
  let byHand = false;

  const decide = (email) => {
    decider.show(conversationOf(email));
    elsewhere.seen(email);
  };
  const elsewhere = createElsewhere(decider.root.querySelector('.elsewhere'), labelOf, (email) => {
    decide(email);
    tabs.open(decider.root);
    decider.who.focus();
  });

  const clock = createSchoolClock({
    timeZone: cast.timeZone,
    location: () => (cast.isLocation(place().id) ? place().id : undefined),
    onMoved: () => {
      tour.moved();
      inbox.soon();
    },
  });

  const isAbsent = (someone) => cast.isAbsent(someone, clock.day());

  /** Offers everybody who can be on the right while this person is on the left. */
  const offer = (email) => fillPeople(decider.who, cast.deciders(place().id, email), isAbsent);

  /**
   * The right side stays with whom it was, if there is something to see; else it is the leidinggevende of who asks.
   * @param {string} email '' for somebody whom the organisation file does not name
   */
  const askAs = (email, stay = decider.shown()?.isEmpty() === false) => {
    const conversation = conversationOf(email === '' ? undefined : email);
    offer(email);
    asker.show(conversation);
    remember(`asker:${place().id}`, email);
    if (!stay || decider.shown()?.as === email) decide(cast.named(email)?.leader ?? decider.who.value);
    if (conversation.isEmpty()) conversation.ask({ kind: 'home' });
  };

  const say = (words) => () => {
    tabs.open(asker.root);
    asker.box.focus();
    asker.shown().send(words);
  };
  const asking = asker.root.querySelector('.ask');
  const tour = createTour({
    begin: say('twijfel'),
    report: say('meld'),
    targets: [asking, decider.root, document.querySelector('.clock-next'), asking],
  });

  /** @param {import('./inbox.js').Mail} mail */
  const receive = (mail, isOld) => {
    const conversation = conversationOf(mail.person);
    const idle = decider.shown()?.isEmpty() === true;
    const { element, isNews } = conversation.receive(mail);
    const isAsker = asker.shown()?.as === mail.person;
    if (isOld || !isNews) return;
    if (!isAsker && mail.updatedAt === undefined) tour.came(mail.person);
    // Nothing to look at on the right yet: it goes to whom this is for. Otherwise nobody is pulled away.
    if (paneOf(mail.person) === undefined && idle && !byHand) decide(mail.person);
    const pane = paneOf(mail.person);
    if (pane === undefined) {
      elsewhere.add(mail.person);
      tabs.mark(decider.root);
      return;
    }
    tabs.mark(pane.root);
    pane.reveal(element);
  };

  let day = '';
  const inbox = createInbox({
    onMails: (mails, first) => {
      for (const mail of mails) receive(mail, first);
    },
    onNow: (now) => {
      clock.show(now);
      if (clock.day() === day) return;
      day = clock.day();
      fill();
    },
    onGone: clock.gone,
  });

  const fill = () => {
    const nobody = { email: '', label: 'Iemand van buiten de school', absent: [] };
    fillPeople(asker.who, [{ people: [...cast.askers(place().id), nobody] }], isAbsent);
    offer(asker.who.value);
  };

  return {
    clock,
    tour,
    soon: inbox.soon,
    askAs,
    decideAs: (email) => {
      byHand = true;
      decide(email);
    },
    /** The school was chosen: its people, and as far as it is known who was here last. */
    start: () => {
      byHand = false;
      fill();
      const known = recall(`asker:${place().id}`);
      const options = [...asker.who.options].map(({ value }) => value);
      const [first = ''] = options;
      askAs(known !== null && options.includes(known) ? known : first, false);
    },
    look: inbox.look,
  };
};
