/** For whom and in which situation a question is asked, as chosen with a button. It holds for that question only. */
export type Chosen = {
  readonly audience?: 'medewerker' | 'leerling' | 'ouder';
  readonly situation?: 'werk' | 'prive';
};

/** A question by the key that its card carries. */
export type AskedBefore = Chosen & {
  readonly key: string;
  readonly question: string;
  /** Whom a follow-up asked it about ("en een leerling?"), whatever its own words say. */
  readonly about?: NonNullable<Chosen['audience']>;
  /** What was asked back and not yet answered. */
  readonly open?: 'audience' | 'situation' | 'subject';
  /** What was already said of its answer: a thumb, or words too. */
  readonly rated?: 'duim' | 'woord';
};

/**
 * What a conversation remembers between two messages: the school, the question that waits for it, and the last questions with
 * what was chosen for each. It is a comfort, never a record: it may be forgotten at any time.
 */
export type Remembered = {
  readonly protocol?: string;
  /** The question that waits until it is known at which school it is asked. */
  readonly question?: string;
  /** The last questions by the key that their cards carry, newest first, so that a card can lead back to its answer. */
  readonly asked?: readonly AskedBefore[];
  /** Something was told that is no question to a protocol: what follows may be about the same, and is not kept anywhere. */
  readonly told?: true;
};

export type Memory = {
  /** What is remembered of this conversation; an empty object when nothing is. Never rejects. */
  recall(conversation: string): Promise<Remembered>;
  /** Replaces what is remembered of this conversation. Never rejects. */
  remember(conversation: string, remembered: Remembered): Promise<void>;
};
