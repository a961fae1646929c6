import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What to ask of a bot. The run ends at `turns` or after `mostMs`, whichever is first. */
export type Load = {
  readonly url: string;
  readonly texts: readonly string[];
  readonly turns: number;
  readonly atOnce: number;
  readonly mostMs: number;
  /** What every conversation says first, as the data of a button; not measured. */
  readonly opening?: Readonly<Record<string, string>> | undefined;
};

export type Loaded = {
  /** Milliseconds from sending a message to the end of the HTTP answer, by which time the card has been sent. */
  readonly times: readonly number[];
  readonly tookMs: number;
  readonly failed: number;
  /** What came in at the connector. */
  readonly answers: number;
  readonly cards: number;
  /** The share of one core that the load itself used: near 1 it would be measuring itself. */
  readonly busy: number;
};

/** The load process: one run at a time. */
export type Loader = { run(load: Load): Promise<Loaded>; stop(): Promise<void> };

export function startLoader(): Loader {
  const child = fork(fileURLToPath(new URL('load.ts', import.meta.url)));
  const gone = once(child, 'exit');
  return {
    run: async (load) => {
      child.send(load);
      const [loaded] = await Promise.race([
        once(child, 'message'),
        gone.then(() => {
          throw new Error('the load process ended by itself');
        }),
      ]);
      return checked(loaded);
    },
    stop: async () => {
      child.disconnect();
      await gone;
    },
  };
}

/** A turn without its message at the connector would be counted as fast. */
function checked(loaded: Loaded): Loaded {
  const missing = loaded.times.length - loaded.answers;
  if (loaded.failed > 0 || missing > 0)
    throw new Error(`${loaded.failed} turns failed and ${missing} messages did not arrive; nothing was measured`);
  return loaded;
}
