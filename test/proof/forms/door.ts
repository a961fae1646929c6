/** A form that is filled in up to its last button. It can be sent as often as one likes, also after a restart. */
export type Form = {
  /** What was typed, of this form only. */
  readonly text: string;
  /** Sends it as one request more; the references shown meanwhile, its own among them, or none when it is not confirmed. */
  send(): Promise<readonly string[]>;
};

/** A way to a whole running server by which forms come in. */
export type Door = {
  readonly name: string;
  /** One row of forms for each person, who sends one after the other. */
  readonly people: readonly string[];
  /** A form of this person with this text. */
  write(person: string, kind: 'doubt' | 'report', text: string): Promise<Form>;
  /** Ends the server and starts it again over the same data. */
  restart(how: 'stop' | 'kill'): Promise<void>;
  close(): Promise<void>;
};

/** What a server is started with. */
export type Place = { readonly folder: string; readonly preload: readonly string[] };

/** A key for this proof only. */
export const KEY = Buffer.alloc(32, 7).toString('base64');
