/** No package can be made; `message` names every fault at once and what to do about it. */
export class PackageError extends Error {
  readonly code = 'PACKAGE_FAULTY';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`No package was made.\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'PackageError';
    this.faults = faults;
  }
}
