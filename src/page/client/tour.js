/**
 * Four things to try, ticked off when they have happened. It sees only that something came, and for whom: never what a card
 * says.
 */

/** The forms that, once taken, are a step done; the third step is done by what comes in. */
const steps = { 'stuur-twijfel': 0, beslis: 1, 'meld-verstuur': 3 };

/**
 * @param {{ begin: () => void, report: () => void, targets: HTMLElement[] }} options `targets` is what each of the four is done with
 */
export const createTour = ({ begin, report, targets }) => {
  const root = document.getElementById('tour');
  const items = [1, 2, 3, 4].map((number) => document.getElementById(`tour-${number}`));
  const ticked = new Set();
  let holder = '';
  let moved = false;
  /** Somebody who never looked at the tour is not led about by it. */
  let following = false;

  const draw = () => {
    const at = items.findIndex((_, index) => !ticked.has(index));
    items.forEach((item, index) => {
      item.classList.toggle('done', ticked.has(index));
      if (index === at) item.setAttribute('aria-current', 'step');
      else item.removeAttribute('aria-current');
      const title = item.querySelector('h2');
      title.querySelector('.hidden')?.remove();
      if (ticked.has(index))
        title.append(Object.assign(document.createElement('span'), { className: 'hidden', textContent: ' (gedaan)' }));
    });
    // Two steps may be done with the same thing.
    const next = root.open || following ? targets[at] : undefined;
    for (const target of targets) target.classList.toggle('next', target === next);
  };

  const done = (index) => {
    if (ticked.has(index)) return;
    ticked.add(index);
    draw();
  };

  root.hidden = false;
  root.addEventListener('toggle', draw);
  document.getElementById('tour-begin').addEventListener('click', () => {
    following = true;
    begin();
    draw();
  });
  document.getElementById('tour-report').addEventListener('click', () => {
    following = true;
    report();
    draw();
  });
  draw();

  return {
    /** The clock was put forward. */
    moved: () => {
      moved = true;
    },
    /** Something new came for somebody who is not asking. @param {string} email */
    came: (email) => {
      if (moved && holder !== '' && email !== holder) done(2);
      holder = email;
      moved = false;
    },
    /** @param {import('./bot.js').What} what @param {import('./bot.js').Reply[]} replies */
    told: (what, replies) => {
      const taken = replies.every(({ kind }) => kind !== 'field-errors');
      const step = what.kind === 'submit' && taken ? steps[what.verb] : undefined;
      if (step !== undefined) done(step);
    },
  };
};
