/** An error that says itself what to do: its message is all that is printed. Any other is a fault of ours and shows its stack. */
type Expected = abstract new (...given: never[]) => Error;

/**
 * Runs a command: the `.env` of this folder first, then `main`, whose number is the exit status.
 * @param expected the errors that an operator can do something about; they end it with 1
 * @throws what is not expected, as it is
 */
export async function run(main: () => Promise<number> | number, expected: readonly Expected[] = []): Promise<void> {
  loadEnvironment();
  try {
    process.exitCode = await main();
  } catch (cause) {
    if (!(cause instanceof Error) || !expected.some((kind) => cause instanceof kind)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    process.exitCode = 1;
  }
}

function loadEnvironment(): void {
  try {
    process.loadEnvFile('.env');
  } catch (cause) {
    // Without a .env the environment is what it is; one that cannot be read would be left out in silence.
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return;
    process.stderr.write('.env is there and cannot be read: give it to the user that runs this (chown).\n');
    process.exit(1);
  }
}
