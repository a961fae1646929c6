/** Feature names as numbers, with how telling each is. */
export type Space = {
  readonly size: number;
  /** The name of each feature, and how telling it is. */
  readonly names: readonly string[];
  readonly idf: Float64Array;
  /** A text's features as a unit vector; names no example has are left out. */
  vector(features: ReadonlyMap<string, number>): Sparse;
};

/** A sparse vector: feature numbers with their weights, parallel. */
export type Sparse = { readonly ids: Int32Array; readonly weights: Float32Array };

/** @param rows the features of every example */
export function createSpace(rows: readonly ReadonlyMap<string, number>[]): Space {
  const counts = new Map<string, number>();
  for (const row of rows) for (const name of row.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names: string[] = [];
  for (const [name, count] of counts) if (count > 1 || !isPair(name)) names.push(name);
  return spaceOf(
    names,
    Float64Array.from(names, (name) => Math.log(1 + rows.length / (counts.get(name) ?? 1))),
  );
}

/** A space that was made before. */
export function spaceOf(names: readonly string[], idf: Float64Array): Space {
  const numbers = new Map(names.map((name, number) => [name, number]));
  return { size: names.length, names, idf, vector: (features) => unit(features, numbers, idf) };
}

/** A pair of words that only one example has says nothing about others, and most pairs are such. */
function isPair(name: string): boolean {
  return name.includes('_') || name.includes(' ');
}

function unit(features: ReadonlyMap<string, number>, numbers: ReadonlyMap<string, number>, idf: Float64Array): Sparse {
  const ids = new Int32Array(features.size);
  const known = new Float64Array(features.size);
  let count = 0;
  let squares = 0;
  for (const [name, weight] of features) {
    const id = numbers.get(name);
    if (id === undefined) continue;
    const value = weight * (idf[id] ?? 0);
    ids[count] = id;
    known[count++] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  const weights = new Float32Array(count);
  for (let i = 0; i < count; i++) weights[i] = (known[i] ?? 0) / length;
  return { ids: ids.slice(0, count), weights };
}
