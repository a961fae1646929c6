/** What somebody wants of a platform; `gone` when they no longer wait for the answer. */
export type Passing = {
  readonly conversation: string;
  /** As the platform calls it: POST, or chat.postMessage. */
  readonly method: string;
  /** What was sent, as JSON. */
  readonly body: string;
  readonly gone: Promise<void>;
};

/** What a platform in trouble does: answers something else, never answers, or does it and loses the answer. */
export type Weather =
  | { readonly status: number; readonly code?: string; readonly retryAfter?: number }
  | 'hangs'
  | 'answer-lost';
