/** Feature names as numbers, with how telling each is. Built once from all examples. */
export type Space = {
  readonly size: number;
  /** A text's features as a unit vector; names no example has are left out. */
  vector(features: ReadonlyMap<string, number>): Sparse;
  name(feature: number): string;
};

/** A sparse vector: feature numbers with their weights, parallel. */
export type Sparse = { readonly ids: Int32Array; readonly weights: Float32Array };

/** @param rows the features of every example */
export function createSpace(rows: readonly ReadonlyMap<string, number>[]): Space {
  const counts = new Map<string, number>();
  for (const row of rows) for (const name of row.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()].filter((name) => !isPair(name) || (counts.get(name) ?? 0) > 1);
  const numbers = new Map(names.map((name, id) => [name, id]));
  const idf = names.map((name) => Math.log(1 + rows.length / (counts.get(name) ?? 1)));
  return {
    size: names.length,
    name: (feature) => names[feature] ?? '',
    vector: (features) => unit(features, numbers, idf),
  };
}

/** A pair of words that only one example has says nothing about others, and most pairs are such. */
function isPair(name: string): boolean {
  return name.includes('_') || name.includes(' ');
}

function unit(
  features: ReadonlyMap<string, number>,
  numbers: ReadonlyMap<string, number>,
  idf: readonly number[],
): Sparse {
  const known = [...features].flatMap(([name, weight]) => {
    const id = numbers.get(name);
    return id === undefined ? [] : [{ id, weight: weight * (idf[id] ?? 0) }];
  });
  const length = Math.sqrt(known.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  return {
    ids: Int32Array.from(known, ({ id }) => id),
    weights: Float32Array.from(known, ({ weight }) => weight / length),
  };
}
