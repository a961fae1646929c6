/**
 * What a conversation remembers between two messages: the school, for whom and in which situation one asks, and the question
 * that is waiting for such a choice. It is a comfort, never a record: it may be forgotten at any time.
 */
export type Remembered = {
  readonly protocol?: string;
  readonly audience?: 'medewerker' | 'leerling' | 'ouder';
  readonly situation?: 'werk' | 'prive';
  /** The question that waits until it is known at which school it is asked. */
  readonly question?: string;
  /** The last questions by the key that their cards carry, newest first, so that a card can lead back to its answer. */
  readonly asked?: readonly { readonly key: string; readonly question: string }[];
};

export type Memory = {
  /** What is remembered of this conversation; an empty object when nothing is. Never rejects. */
  recall(conversation: string): Promise<Remembered>;
  /** Replaces what is remembered of this conversation. Never rejects. */
  remember(conversation: string, remembered: Remembered): Promise<void>;
};
