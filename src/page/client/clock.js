import { post } from './bot.js';

/** The clock of the school: what time it is there, and four ways to put it forward. */

const unreachable = 'Ik kan de bot niet bereiken. Kijk of het programma nog draait.';

/**
 * @param {{ timeZone: string, location: () => string | undefined, onMoved: () => void }} options
 */
export const createSchoolClock = ({ timeZone, location, onMoved }) => {
  const shown = document.getElementById('now');
  const news = document.getElementById('news');
  const group = document.getElementById('clock');
  const long = new Intl.DateTimeFormat('nl-NL', { timeZone, dateStyle: 'full', timeStyle: 'short' });
  const short = new Intl.DateTimeFormat('nl-NL', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  // Swedish writes a day as 2026-10-06.
  const daily = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  let now = new Date().toISOString();

  const tell = (text, isWarning) => {
    if (news.textContent !== text) news.textContent = text;
    news.classList.toggle('hidden', !isWarning);
  };
  /** For ears: eyes see the clock itself. */
  const say = (text) => tell(text, false);
  const warn = (text) => tell(text, true);

  const show = (iso) => {
    now = iso;
    shown.dateTime = iso;
    const text = short.format(new Date(iso));
    if (shown.textContent !== text) shown.textContent = text;
    if (news.textContent === unreachable) say('');
  };

  const move = async (step) => {
    try {
      const place = location();
      const answer = await post('/page/clock', { step, ...(place === undefined ? {} : { location: place }) });
      show(answer.now);
      if (answer.moved === 0) return warn('Er staat niets te wachten. Stel eerst een vraag aan iemand.');
      say(`Het is nu ${long.format(new Date(answer.now))}.`);
      onMoved();
    } catch {
      warn(unreachable);
    }
  };

  for (const button of group.querySelectorAll('button')) {
    button.addEventListener('click', () => move(button.dataset.step));
  }

  return {
    show,
    /** The day at school, as 2026-10-06. */
    day: () => daily.format(new Date(now)),
    /** A moment as a message shows it. @param {string} iso */
    moment: (iso) => short.format(new Date(iso)),
    gone: () => warn(unreachable),
  };
};
