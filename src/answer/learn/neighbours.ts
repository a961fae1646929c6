import { addSimilarities, createPostings } from './postings.ts';
import type { Space, Sparse } from './space.ts';

/** An example with the label it belongs to; the labels are the articles of one protocol. */
type Example = { readonly label: number; readonly vector: Sparse };

/** For each label how like a question its examples are, with the most similar one of each (-1 when none is like it at all). */
export type Neighbours = (question: Sparse) => { readonly scores: Float32Array; readonly nearest: Int32Array };

/** The nearest example counts whole, the next ones for less: one lucky example may not outvote all others. */
const BEST = 0.7;
const SECOND = 0.3;

/**
 * An inverted index over the examples: the cost of a question follows its own words more than the number of examples.
 * @param examples in the order of their labels
 * @param labels how many labels there are
 */
export function createNeighbours(space: Space, examples: readonly Example[], labels: number): Neighbours {
  const labelOf = Int32Array.from(examples, ({ label }) => label);
  const postings = createPostings(
    space.size,
    examples.map(({ vector }) => vector),
  );
  const ends = endsOf(labelOf, labels);
  const similarity = new Float32Array(labelOf.length);
  return (question) => {
    addSimilarities(postings, question, similarity);
    const scores = new Float32Array(labels);
    const nearest = new Int32Array(labels);
    for (let label = 0; label < labels; label++) {
      const { best, second, at } = twoBest(similarity, ends[label] ?? 0, ends[label + 1] ?? 0);
      scores[label] = BEST * best + SECOND * second;
      nearest[label] = at;
    }
    return { scores, nearest };
  };
}

/** The two highest of these similarities, from a row up to another, and the row of the highest. */
function twoBest(similarity: Float32Array, from: number, to: number) {
  let best = 0;
  let second = 0;
  let at = -1;
  for (let row = from; row < to; row++) {
    const value = similarity[row] ?? 0;
    if (value <= second) continue;
    if (value > best) {
      second = best;
      best = value;
      at = row;
    } else second = value;
  }
  return { best, second, at };
}

/** Where the rows of each label end, one behind the last; before them a zero, so that a label begins where another ends. */
function endsOf(labelOf: Int32Array, labels: number): Int32Array {
  if (labelOf.some((label, row) => label < (labelOf[row - 1] ?? 0))) throw new RangeError('rows go by their labels');
  const ends = new Int32Array(labels + 1);
  for (const label of labelOf) ends[label + 1] = (ends[label + 1] ?? 0) + 1;
  for (let label = 0; label < labels; label++) ends[label + 1] = (ends[label + 1] ?? 0) + (ends[label] ?? 0);
  return ends;
}
