/**
 * @typedef {{ name: string, card: object, summary: string }} Screen
 * @typedef {{ kind: 'show' | 'replace', screen: Screen }
 *   | { kind: 'dialog', dialog: Screen & { title: string } }
 *   | { kind: 'field-errors', errors: { field: string, message: string }[] }} Reply
 * @typedef {{ kind: 'text', text: string }
 *   | { kind: 'action', verb: string, data: Record<string, string> }
 *   | { kind: 'submit', verb: string, values: Record<string, string>, nonce: string }
 *   | { kind: 'home' }} What
 */

/** One visit is one person to the bot. */
const session = crypto.randomUUID();

/** Each waits for the one before: two quick clicks are answered in order. @type {Promise<unknown>} */
let last = Promise.resolve();

/** @param {string} protocol @param {What} what @returns {Promise<Reply[]>} */
const post = async (protocol, what) => {
  const response = await fetch('/page/event', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ session, protocol, what }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer.replies;
};

/**
 * Tells the bot what somebody did and brings its replies.
 * @param {string} protocol @param {What} what @returns {Promise<Reply[]>}
 */
export const tell = (protocol, what) => {
  const answer = last.then(() => post(protocol, what));
  last = answer.catch(() => undefined);
  return answer;
};
