import type { Screen } from '../conversation/reply.ts';
import { fill } from './fill.ts';
import type { Cited, ContactLine, LawNote, Step, Tone } from './screens.ts';
import { placeName, speak } from './words.ts';

export type AnswerData = {
  /** "Mag, mits …", or '' for none. */
  readonly badge: string;
  readonly tone: Tone;
  /** The short answer. */
  readonly headline: string;
  /** One extra line, or ''. */
  readonly note: string;
  readonly source: Cited | null;
  readonly protocolName: string;
  readonly also: readonly Cited[];
  readonly contacts: readonly ContactLine[];
  readonly law: readonly LawNote[];
  /** The law comes before everything else: somebody may be in danger or a duty runs. */
  readonly lawFirst: boolean;
  readonly steps: readonly Step[];
  /** Which answer the thumbs are about; null shows none. */
  readonly feedback: { readonly answer: string } | null;
  /** Who can see this, or ''. */
  readonly privateNote: string;
};

/** An answer with its place in the protocol, whom to turn to, and the law; also for "escalate", "report" and "unknown". */
export const answerScreen = (data: AnswerData): Screen => {
  const law = speak(...data.law.flatMap((note) => [note.title, note.short]));
  const answer = speak(data.badge, data.headline, data.source === null ? '' : placeName(data.source.place), data.note);
  const contacts = speak(...data.contacts.map((line) => line.text));
  const summary = data.lawFirst ? speak(law, answer, contacts) : speak(answer, contacts, law);
  return fill('answer', data, summary);
};
