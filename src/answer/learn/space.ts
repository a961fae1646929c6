/** The features that examples have, numbered anew without those that tell nothing, and how telling each is. */
export type Space = {
  readonly size: number;
  /** Which feature each of its own numbers stands for. */
  readonly features: readonly number[];
  readonly idf: Float64Array;
  /** A text's features as a unit vector; those no example has are left out. */
  vector(features: ReadonlyMap<number, number>): Sparse;
};

/** A sparse vector: the space's numbers with their weights, parallel. */
export type Sparse = { readonly ids: Int32Array; readonly weights: Float32Array };

/**
 * @param rows the features of every example
 * @param tellsAlone whether a feature that only one example has says anything about others
 */
export function createSpace(
  rows: readonly ReadonlyMap<number, number>[],
  tellsAlone: (feature: number) => boolean,
): Space {
  const counts = new Map<number, number>();
  for (const row of rows) for (const feature of row.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const features = [...counts].flatMap(([feature, count]) => (count > 1 || tellsAlone(feature) ? [feature] : []));
  const idf = Float64Array.from(features, (feature) => Math.log(1 + rows.length / (counts.get(feature) ?? 1)));
  const ids = new Map(features.map((feature, id) => [feature, id]));
  return {
    size: features.length,
    features,
    idf,
    vector: (weights) => unit(weights, (feature) => ids.get(feature), idf),
  };
}

/** A space that was made before, of which the features go by its own numbers: 0, 1, 2 … as far as `idf` goes. */
export function spaceOfAll(idf: Float64Array): Space {
  const own = (feature: number) => (feature < idf.length ? feature : undefined);
  return { size: idf.length, features: [...idf.keys()], idf, vector: (weights) => unit(weights, own, idf) };
}

function unit(
  features: ReadonlyMap<number, number>,
  idOf: (feature: number) => number | undefined,
  idf: Float64Array,
): Sparse {
  const ids = new Int32Array(features.size);
  const known = new Float64Array(features.size);
  let count = 0;
  let squares = 0;
  for (const [feature, weight] of features) {
    const id = idOf(feature);
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
