/** "Artikel C.3", but "Communicatie, punt 1" as it is: how staff read a place. */
export const placeName = (place: string): string => (/\s/.test(place) ? place : `Artikel ${place}`);

/** A notification shows a line or two, and a phone's screen reader reads all it gets. */
const longest = 600;

const cut = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest - 2))} …`;

/** One plain sentence after another, for ears and notifications: empty parts drop out and each gets its full stop. */
export const speak = (...parts: readonly string[]): string =>
  cut(
    parts
      .map((part) => part.replace(/\s+/g, ' ').trim())
      .filter((part) => part !== '')
      .map((part) => (/[.!?…:]$/.test(part) ? part : `${part}.`))
      .join(' '),
  );
