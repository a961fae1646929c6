/** The longest the first of them waits for the others: some milliseconds on any disk. */
const MOST = 32;

type Waiting<Work, Done> = {
  readonly work: Work;
  readonly resolve: (done: Done) => void;
  readonly reject: (cause: unknown) => void;
};

/**
 * What comes while the disk is waited for is done together as soon as it is free, so that it shares one wait; what comes alone
 * waits for nobody. Nothing is answered before all it was done with is kept; when that fails, each is done by itself, so that a
 * faulty one fails alone.
 * @param keep does all of it in one transaction, in this order; must do nothing when it rejects
 */
export function atOnce<Work, Done>(
  keep: (all: readonly Work[]) => Promise<readonly Done[]>,
): (work: Work) => Promise<Done> {
  const waiting: Waiting<Work, Done>[] = [];
  let isKeeping = false;

  const settle = async (some: readonly Waiting<Work, Done>[]): Promise<void> => {
    try {
      const done = await keep(some.map(({ work }) => work));
      for (const [i, { resolve }] of some.entries()) resolve(done[i] as Done);
    } catch (cause) {
      if (some.length === 1) some[0]?.reject(cause);
      else for (const each of some) await settle([each]);
    }
  };

  const keepAll = async (): Promise<void> => {
    isKeeping = true;
    // What comes in the same breath belongs to it.
    await null;
    while (waiting.length > 0) await settle(waiting.splice(0, MOST));
    isKeeping = false;
  };

  return (work) => {
    const { promise, resolve, reject } = Promise.withResolvers<Done>();
    waiting.push({ work, resolve, reject });
    if (!isKeeping) void keepAll();
    return promise;
  };
}
