import { addSimilarities, createPostings, type Postings } from './postings.ts';
import type { Space, Sparse } from './space.ts';

/** An example question with the label it belongs to; with `against`, one that does not belong to it. */
export type Example = { readonly label: number; readonly vector: Sparse; readonly against?: boolean };

/** The labels whose examples are most like a question, with the most similar example of each. */
export type Neighbours = (question: Sparse) => { readonly scores: Float32Array; readonly nearest: Int32Array };

/** The nearest example counts whole, the next ones for less: one lucky example may not outvote a whole topic. */
const BEST = 0.7;
const SECOND = 0.3;

/** An inverted index over the examples: the cost of a question follows its own words more than the number of examples. */
export function createNeighbours(space: Space, examples: readonly Example[], labels: number): Neighbours {
  const vectors = examples.map(({ vector }) => vector);
  return neighboursIn(
    createPostings(space.size, vectors),
    Int32Array.from(examples, ({ label }) => label),
    labels,
  );
}

/**
 * The same over an index that was made before.
 * @param labelOf the label of each row of the index
 * @param labels how many labels there are
 */
export function neighboursIn(postings: Postings, labelOf: Int32Array, labels: number): Neighbours {
  const similarity = new Float32Array(labelOf.length);
  return (question) => {
    addSimilarities(postings, question, similarity);
    const { best, second, nearest } = twoBest(similarity, labelOf, labels);
    return { scores: best.map((value, label) => BEST * value + SECOND * (second[label] ?? 0)), nearest };
  };
}

/** The highest and the second highest similarity of each label, and which example has the highest. */
function twoBest(similarity: Float32Array, labelOf: Int32Array, labels: number) {
  const best = new Float32Array(labels);
  const second = new Float32Array(labels);
  const nearest = new Int32Array(labels).fill(-1);
  for (let example = 0; example < similarity.length; example++) {
    const value = similarity[example] ?? 0;
    const label = labelOf[example] ?? 0;
    if (value > (best[label] ?? 0)) {
      second[label] = best[label] ?? 0;
      best[label] = value;
      nearest[label] = example;
    } else if (value > (second[label] ?? 0)) second[label] = value;
  }
  return { best, second, nearest };
}
