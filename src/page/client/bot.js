/**
 * @typedef {{ name: string, card: object, summary: string }} Screen
 * @typedef {{ kind: 'show' | 'replace', screen: Screen, mail?: string }
 *   | { kind: 'dialog', dialog: Screen & { title: string } }
 *   | { kind: 'field-errors', errors: { field: string, message: string }[] }} Reply
 * @typedef {{ kind: 'text', text: string }
 *   | { kind: 'action', verb: string, data: Record<string, string> }
 *   | { kind: 'submit', verb: string, values: Record<string, string>, nonce: string }
 *   | { kind: 'home' }} What
 * @typedef {{ protocol: string, as?: string, mail?: string, what: What }} Told
 */

/** One visit is one person to the bot, or one of each that was chosen. */
const session = crypto.randomUUID();

const answerOf = async (response) => {
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
};

/** @param {string} path @param {object} body */
export const post = async (path, body) =>
  answerOf(
    await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

/** @param {string} path */
export const get = async (path) => answerOf(await fetch(path));

/** Each waits for the one before: two quick clicks are answered in order. @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * Tells the bot what somebody did and brings its replies.
 * @param {Told} told @returns {Promise<Reply[]>}
 */
export const tell = (told) => {
  const answer = last.then(() => post('/page/event', { session, ...told })).then(({ replies }) => replies);
  last = answer.catch(() => undefined);
  return answer;
};
