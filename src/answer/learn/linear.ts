import type { Example } from './neighbours.ts';
import type { Space, Sparse } from './space.ts';

/** Label → how much a question's words speak for it, as a probability over all labels. */
export type Linear = {
  (question: Sparse): Float32Array;
  /** What one feature says for one label; positive speaks for it. */
  weight(feature: number, label: number): number;
};

const EPOCHS = 6;
const RATE = 2.5;
const DECAY = 0.85;
const NEGLIGIBLE = 0.004;

/**
 * Multinomial logistic regression over the examples, learned at start in a fixed order (the same content gives the same
 * weights everywhere). Where every example counts alike a big topic would swallow a small one, so examples are weighed by label.
 */
export function learnLinear(space: Space, examples: readonly Example[], labels: number): Linear {
  const weights = new Float32Array(space.size * labels);
  const order = shuffled(examples.length);
  const importance = importanceOf(examples, labels);
  let rate = RATE;
  const scores = new Float32Array(labels);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const at of order) {
      const example = examples[at];
      if (example !== undefined) step(example, rate * (importance[example.label] ?? 1), weights, labels, scores);
    }
    rate *= DECAY;
  }
  const linear = (question: Sparse) => softmax(question, weights, labels, new Float32Array(labels));
  return Object.assign(linear, { weight: (feature: number, label: number) => weights[feature * labels + label] ?? 0 });
}

function step(example: Example, rate: number, weights: Float32Array, labels: number, scores: Float32Array): void {
  const { ids, weights: values } = example.vector;
  const changes = softmax(example.vector, weights, labels, scores);
  changes.forEach((score, label) => {
    const error = (label === example.label ? 1 : 0) - score;
    changes[label] = Math.abs(error) < NEGLIGIBLE ? 0 : error * rate;
  });
  for (let i = 0; i < ids.length; i++) {
    const row = (ids[i] ?? 0) * labels;
    const value = values[i] ?? 0;
    for (let label = 0; label < labels; label++) {
      const change = changes[label] ?? 0;
      if (change !== 0) weights[row + label] = (weights[row + label] ?? 0) + change * value;
    }
  }
}

function softmax(question: Sparse, weights: Float32Array, labels: number, scores: Float32Array): Float32Array {
  scores.fill(0);
  for (let i = 0; i < question.ids.length; i++) {
    const row = (question.ids[i] ?? 0) * labels;
    const value = question.weights[i] ?? 0;
    for (let label = 0; label < labels; label++)
      scores[label] = (scores[label] ?? 0) + value * (weights[row + label] ?? 0);
  }
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let label = 0; label < labels; label++) {
    scores[label] = Math.exp((scores[label] ?? 0) - top);
    sum += scores[label] ?? 0;
  }
  for (let label = 0; label < labels; label++) scores[label] = (scores[label] ?? 0) / sum;
  return scores;
}

function importanceOf(examples: readonly Example[], labels: number): Float32Array {
  const counts = new Float32Array(labels);
  for (const { label } of examples) counts[label] = (counts[label] ?? 0) + 1;
  const mean = examples.length / labels;
  return counts.map((count) => Math.sqrt(mean / Math.max(count, 1)));
}

/** A fixed shuffle (a linear congruential generator), so that learning does not see one topic after the other. */
function shuffled(length: number): Int32Array {
  const order = Int32Array.from({ length }, (_, i) => i);
  let seed = 20_261_121;
  for (let i = length - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const j = seed % (i + 1);
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
  return order;
}
