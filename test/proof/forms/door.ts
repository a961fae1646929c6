/** A form that is filled in up to its last button. It can be sent as often as one likes, also after a restart. */
export type Form = {
  /** What was typed, of this form only. */
  readonly text: string;
  /** Sends it as one request more. */
  send(): Promise<Sent>;
};

/** What somebody saw after sending a form. */
export type Sent = {
  /** The references shown meanwhile, its own among them; none when it is not confirmed. */
  readonly refs: readonly string[];
  /** The form is done with: closed, or its next page is there. */
  readonly confirmed: boolean;
  /** It is still there, with what was typed in it. */
  readonly kept: boolean;
  /** Everything shown meanwhile, each in whatever the channel wraps it: the answer, and cards in their chat. */
  readonly shown: readonly unknown[];
};

/** `first` is the first page of a report, which has a second one; the others are sent by their last button. */
export type Kind = 'doubt' | 'report' | 'first';

/** A way to a whole running server by which forms come in. */
export type Door = {
  readonly name: string;
  /** Of the server as it runs now. */
  pid(): number;
  /** One row of forms for each person, who sends one after the other. */
  readonly people: readonly string[];
  /** A form of this person with this text. */
  write(person: string, kind: Kind, text: string): Promise<Form>;
  /** Whoever has this case decides or confirms it, asks and answers; the verbs of what was confirmed. */
  act?(ref: string): Promise<readonly string[]>;
  /** Whether a question about the protocol is answered. */
  answers?(): Promise<boolean>;
  /** Ends the server and starts it again over the same data. */
  restart(how: 'stop' | 'kill'): Promise<void>;
  close(): Promise<void>;
};

/** What a server is started with. */
export type Place = {
  readonly folder: string;
  readonly preload: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** A key for this proof only. */
export const KEY = Buffer.alloc(32, 7).toString('base64');
