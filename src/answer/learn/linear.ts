import type { Example } from './neighbours.ts';
import { after, drawn, LARGEST } from './random.ts';
import { ROUND, type Scorer, softmax } from './softmax.ts';
import type { Space, Sparse } from './space.ts';

/** What is learned from: an example with its row of random numbers, see `random.ts`. */
export type Lesson = Example & { readonly seed: number };

/** Label → how much a question's words speak for it, as a probability over all labels. */
export type Linear = (question: Sparse) => Float32Array;

const EPOCHS = 8;
/** The mean of how it stood after each of the last rounds is kept: it rests less on which examples came last. */
const AVERAGED = 5;
const RATE = 3;
const DECAY = 0.9;
const NEGLIGIBLE = 0.004;
/**
 * In each round an example shows only about half of its features. People never use all the words of an example, so no single
 * word may carry a topic alone.
 */
const HIDDEN = 0.5;

/**
 * What a linear model learned, a row for each feature: whole numbers of two bytes, to be taken `scales` times. It is half as
 * large as what it was learned in, and far more exact than what is learned.
 */
export type Model = { readonly weights: Int16Array; readonly scales: Float32Array };

const MOST = 32_767;

/**
 * Multinomial logistic regression over the examples. The same content gives the same model everywhere, and an example more
 * changes little but what it teaches. Where every example counts alike a big topic would swallow a small one, so examples are weighed by label.
 */
export function learnLinear(space: Space, examples: readonly Lesson[], labels: number): Model {
  const stride = strideOf(labels);
  return compact(teach({ weights: new Float32Array(space.size * stride), labels, stride }, examples), stride);
}

/** A model that was learned for so many labels. */
export function linearOf({ weights, scales }: Model, labels: number): Linear {
  const scorer: Scorer = { weights, labels, stride: strideOf(labels) };
  const scores = new Float64Array(scorer.stride);
  return ({ ids, weights: values }) => {
    const scaled = new Float32Array(ids.length);
    for (let i = 0; i < ids.length; i++) scaled[i] = (values[i] ?? 0) * (scales[ids[i] ?? 0] ?? 0);
    softmax({ ids, weights: scaled }, scorer, scores);
    return new Float32Array(scores.subarray(0, labels));
  };
}

type Learning = Scorer & { readonly weights: Float32Array };

const strideOf = (labels: number): number => Math.ceil(labels / ROUND) * ROUND;

function compact(weights: Float32Array, stride: number): Model {
  const small = new Int16Array(weights.length);
  const scales = new Float32Array(weights.length / stride);
  for (let feature = 0; feature < scales.length; feature++) {
    const row = weights.subarray(feature * stride, (feature + 1) * stride);
    const scale = Math.fround(row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / MOST);
    scales[feature] = scale;
    for (let i = 0; i < row.length && scale > 0; i++) small[feature * stride + i] = Math.round((row[i] ?? 0) / scale);
  }
  return { weights: small, scales };
}

/** Shows all examples again and again, with less and less weight. */
function teach(scorer: Learning, examples: readonly Lesson[]): Float32Array {
  const mean = new Float32Array(scorer.weights.length);
  const order = shuffled(examples);
  const importance = importanceOf(examples, scorer.labels);
  const scores = new Float64Array(scorer.stride);
  const changing = new Int32Array(scorer.labels);
  const partOf = createPart(examples);
  let rate = RATE;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const example of order) {
      const shown = { ...example, vector: partOf(example.vector, drawn(example.seed, epoch + 1)) };
      step(shown, rate * (importance[example.label] ?? 1), scorer, scores, changing);
    }
    rate *= DECAY;
    if (epoch >= EPOCHS - AVERAGED) addPart(mean, scorer.weights);
  }
  return mean;
}

function addPart(mean: Float32Array, weights: Float32Array): void {
  for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (weights[i] ?? 0) / AVERAGED;
}

/**
 * Moves the weights of one example's features towards its label. Most labels are nowhere near and stay as they are: after the
 * first round hardly ten are left, which is what makes learning cheap.
 */
function step(example: Example, rate: number, scorer: Learning, scores: Float64Array, changing: Int32Array): void {
  const { ids, weights: values } = example.vector;
  const { weights, stride } = scorer;
  softmax(example.vector, scorer, scores);
  const count = setErrors(example, rate, scorer.labels, scores, changing);
  for (let i = 0; i < ids.length; i++) {
    const row = (ids[i] ?? 0) * stride;
    const value = values[i] ?? 0;
    for (let c = 0; c < count; c++) {
      const label = changing[c] ?? 0;
      weights[row + label] = (weights[row + label] ?? 0) + (scores[label] ?? 0) * value;
    }
  }
}

/** Turns probabilities into what each label has to change by, and lists the labels that change; returns how many. */
function setErrors(example: Example, rate: number, labels: number, scores: Float64Array, changing: Int32Array): number {
  let count = 0;
  for (let label = 0; label < labels; label++) {
    // What does not belong to a label says nothing about where it does belong.
    if (example.against && label !== example.label) continue;
    const error = (label === example.label && !example.against ? 1 : 0) - (scores[label] ?? 0);
    if (error > -NEGLIGIBLE && error < NEGLIGIBLE) continue;
    scores[label] = error * rate;
    changing[count++] = label;
  }
  return count;
}

/** About half of a vector, scaled so that it is as long as the whole on average. Each part is gone when the next is made. */
function createPart(examples: readonly Example[]): (whole: Sparse, seed: number) => Sparse {
  const scale = 1 / Math.sqrt(1 - HIDDEN);
  const longest = examples.reduce((most, { vector }) => Math.max(most, vector.ids.length), 0);
  const ids = new Int32Array(longest);
  const weights = new Float32Array(longest);
  return (whole, seed) => {
    let count = 0;
    let random = seed;
    for (let i = 0; i < whole.ids.length; i++) {
      random = after(random);
      if (random < HIDDEN * LARGEST) continue;
      ids[count] = whole.ids[i] ?? 0;
      weights[count++] = (whole.weights[i] ?? 0) * scale;
    }
    return { ids: ids.subarray(0, count), weights: weights.subarray(0, count) };
  };
}

function importanceOf(examples: readonly Example[], labels: number): Float32Array {
  const counts = new Float32Array(labels);
  for (const { label, against } of examples) if (!against) counts[label] = (counts[label] ?? 0) + 1;
  const mean = examples.length / labels;
  return counts.map((count) => Math.sqrt(mean / Math.max(count, 1)));
}

/** So that learning does not see one topic after the other. */
function shuffled(examples: readonly Lesson[]): Lesson[] {
  return examples.toSorted((one, other) => drawn(one.seed, 0) - drawn(other.seed, 0));
}
