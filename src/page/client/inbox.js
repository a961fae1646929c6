import { get } from './bot.js';

/**
 * Asks what came in, three times a second while somebody looks (on this machine only), and at once after something was done.
 * @typedef {{ id: string, person: string, screen: import('./bot.js').Screen, at: string, updatedAt?: string }} Mail
 */

const everyMs = 300;
/** A card takes a moment to be delivered after what caused it. */
const soonMs = 150;

/**
 * @param {{ onMails: (mails: Mail[], first: boolean) => void, onNow: (now: string) => void, onGone: () => void }} listeners
 */
export const createInbox = ({ onMails, onNow, onGone }) => {
  let mailbox = '';
  let after = 0;
  let timer;
  let asking = false;

  const later = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(look, ms);
  };

  const take = (answer) => {
    const first = mailbox === '';
    ({ mailbox, after } = answer);
    onNow(answer.now);
    if (answer.mails.length > 0) onMails(answer.mails, first);
  };

  async function look() {
    if (asking) return;
    asking = true;
    try {
      if (!document.hidden) {
        const query = new URLSearchParams({ after: String(after), ...(mailbox === '' ? {} : { mailbox }) });
        take(await get(`/page/inbox?${query}`));
      }
    } catch {
      onGone();
    } finally {
      asking = false;
      later(everyMs);
    }
  }

  document.addEventListener('visibilitychange', () => later(0));
  return { look, soon: () => later(soonMs) };
};
