import type { Space, Sparse } from './space.ts';

/** An example question with the label it belongs to. */
export type Example = { readonly label: number; readonly vector: Sparse };

/** The labels whose examples are most like a question, with the most similar example of each. */
export type Neighbours = (question: Sparse) => { readonly scores: Float32Array; readonly nearest: Int32Array };

/** The nearest example counts whole, the next ones for less: one lucky example may not outvote a whole topic. */
const BEST = 0.7;
const SECOND = 0.3;

/** An inverted index over the examples: the cost of a question follows its own words, not the number of examples. */
export function createNeighbours(space: Space, examples: readonly Example[], labels: number): Neighbours {
  const postings = indexByFeature(space.size, examples);
  const similarity = new Float32Array(examples.length);
  return (question) => {
    const touched = addSimilarities(question, postings, similarity);
    const best = new Float32Array(labels);
    const second = new Float32Array(labels);
    const nearest = new Int32Array(labels).fill(-1);
    for (const example of touched) {
      const value = similarity[example] ?? 0;
      similarity[example] = 0;
      const label = examples[example]?.label ?? 0;
      if (value > (best[label] ?? 0)) {
        second[label] = best[label] ?? 0;
        best[label] = value;
        nearest[label] = example;
      } else if (value > (second[label] ?? 0)) second[label] = value;
    }
    const scores = best.map((value, label) => BEST * value + SECOND * (second[label] ?? 0));
    return { scores, nearest };
  };
}

type Postings = readonly { readonly examples: Int32Array; readonly weights: Float32Array }[];

function indexByFeature(size: number, examples: readonly Example[]): Postings {
  const rows: { examples: number[]; weights: number[] }[] = Array.from({ length: size }, () => ({
    examples: [],
    weights: [],
  }));
  examples.forEach(({ vector }, example) => {
    vector.ids.forEach((feature, i) => {
      rows[feature]?.examples.push(example);
      rows[feature]?.weights.push(vector.weights[i] ?? 0);
    });
  });
  return rows.map((row) => ({ examples: Int32Array.from(row.examples), weights: Float32Array.from(row.weights) }));
}

function addSimilarities(question: Sparse, postings: Postings, similarity: Float32Array): number[] {
  const touched: number[] = [];
  for (let i = 0; i < question.ids.length; i++) {
    const posting = postings[question.ids[i] ?? -1];
    const weight = question.weights[i] ?? 0;
    if (posting === undefined) continue;
    for (let j = 0; j < posting.examples.length; j++) {
      const example = posting.examples[j] ?? 0;
      if (similarity[example] === 0) touched.push(example);
      similarity[example] = (similarity[example] ?? 0) + weight * (posting.weights[j] ?? 0);
    }
  }
  return touched;
}
