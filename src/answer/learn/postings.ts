import type { Sparse } from './space.ts';

/**
 * For each feature the rows that have it. Flat arrays: a question walks through thousands of entries. Those of a feature
 * stand from its start to the next one's.
 */
export type Postings = {
  readonly starts: Int32Array;
  readonly members: Int32Array;
  readonly weights: Float32Array;
};

/** @param size how many features there are */
export function createPostings(size: number, rows: readonly Sparse[]): Postings {
  const starts = startsOf(size, rows);
  const entries = starts[size] ?? 0;
  const members = new Int32Array(entries);
  const weights = new Float32Array(entries);
  const free = starts.slice();
  rows.forEach(({ ids, weights: values }, row) => {
    for (let i = 0; i < ids.length; i++) {
      const feature = ids[i] ?? 0;
      const at = free[feature] ?? 0;
      members[at] = row;
      weights[at] = values[i] ?? 0;
      free[feature] = at + 1;
    }
  });
  return { starts, members, weights };
}

/** Fills `similarity` with the inner product of the question and each row. */
export function addSimilarities(postings: Postings, question: Sparse, similarity: Float32Array): void {
  const { starts, members, weights } = postings;
  const { ids, weights: values } = question;
  similarity.fill(0);
  for (let i = 0; i < ids.length; i++) {
    const feature = ids[i] ?? 0;
    const value = values[i] ?? 0;
    const end = starts[feature + 1] ?? 0;
    for (let at = starts[feature] ?? 0; at < end; at++) {
      const row = members[at] ?? 0;
      similarity[row] = (similarity[row] ?? 0) + value * (weights[at] ?? 0);
    }
  }
}

/** Where each feature's entries begin; one more at the end. */
function startsOf(size: number, rows: readonly Sparse[]): Int32Array {
  const starts = new Int32Array(size + 1);
  for (const { ids } of rows)
    for (let i = 0; i < ids.length; i++) starts[(ids[i] ?? 0) + 1] = (starts[(ids[i] ?? 0) + 1] ?? 0) + 1;
  for (let feature = 0; feature < size; feature++)
    starts[feature + 1] = (starts[feature] ?? 0) + (starts[feature + 1] ?? 0);
  return starts;
}
