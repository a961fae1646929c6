/** At most so many are offered. */
const OFFERED = 3;

/**
 * What somebody probably meant by a name that does not exist, to end a fault with.
 * @returns `; did you mean "…"?`, or nothing when no name is near
 */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = [...known]
    .map((each) => ({ each, steps: distance(name.toLowerCase(), each.toLowerCase()) }))
    .filter(({ each, steps }) => steps <= Math.ceil(name.length / 4) || isPartOf(name, each))
    .toSorted((one, other) => one.steps - other.steps)
    .slice(0, OFFERED);
  return near.length === 0 ? '' : `; did you mean ${near.map(({ each }) => `"${each}"`).join(' or ')}?`;
}

/** "foto" for "foto-plaatsen", and the other way round; of two letters everything is a part. */
const isPartOf = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) > 3 && (other.includes(one) || one.includes(other));

/** How many letters must be put in, taken out or changed. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, against] of [...other].entries()) {
      const changed = (row[j] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
