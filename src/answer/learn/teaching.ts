import { compact, type Model, strideOf } from './linear.ts';
import { after, drawn, LARGEST } from './random.ts';
import { type Scorer, softmax } from './softmax.ts';
import type { Space, Sparse } from './space.ts';

/**
 * An example to learn from. With `against` it does not belong to its label. `seed`: its row of random numbers, see `random.ts`.
 */
export type Lesson = {
  readonly label: number;
  readonly vector: Sparse;
  readonly against?: boolean;
  readonly seed: number;
};

const EPOCHS = 8;
/** The mean of how it stood after each of the last rounds is kept: it rests less on which examples came last. */
const AVERAGED = 5;
/** How far an example moves the weights in the first round, and what is left of that in each next one. */
const RATE = 3;
const DECAY = 0.9;
/** A label that is off by less stays as it is. */
const NEGLIGIBLE = 0.004;
/**
 * In each round an example shows only about half of its features. People never use all the words of an example, so no single
 * word may carry a topic alone.
 */
const HIDDEN = 0.5;

/**
 * Multinomial logistic regression over the examples. The same content gives the same model everywhere, and an example more
 * changes little but what it teaches. Where every example counts alike a big topic would swallow a small one, so examples are
 * weighed by label. `npm run eval` shows what a change of the numbers above does.
 * @param labels how many labels there are
 */
export function learnLinear(space: Space, examples: readonly Lesson[], labels: number): Model {
  const stride = strideOf(labels);
  return compact(teach({ weights: new Float32Array(space.size * stride), labels, stride }, examples), stride);
}

type Learning = Scorer & { readonly weights: Float32Array };

/** Shows all examples again and again, with less and less weight. */
function teach(learning: Learning, examples: readonly Lesson[]): Float32Array {
  const mean = new Float32Array(learning.weights.length);
  const order = shuffled(examples);
  const importance = importanceOf(examples, learning.labels);
  const step = createStep(learning);
  const partOf = createPart(examples);
  let rate = RATE;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const example of order) {
      const vector = partOf(example.vector, drawn(example.seed, epoch + 1));
      step({ ...example, vector }, rate * (importance[example.label] ?? 1));
    }
    rate *= DECAY;
    if (epoch >= EPOCHS - AVERAGED) addPart(mean, learning.weights);
  }
  return mean;
}

function addPart(mean: Float32Array, weights: Float32Array): void {
  for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (weights[i] ?? 0) / AVERAGED;
}

/** Moves the weights of one example's features towards its label, by this rate. */
type Step = (example: Lesson, rate: number) => void;

/**
 * Most labels are nowhere near an example and stay as they are: after the first round hardly ten are left to change, which is
 * what makes learning cheap.
 */
function createStep(learning: Learning): Step {
  const { weights, labels, stride } = learning;
  const scores = new Float64Array(stride);
  const changing = new Int32Array(labels);

  /** Turns probabilities into what each label has to change by, and lists the labels that change; returns how many. */
  const setErrors = ({ label: own, against = false }: Lesson, rate: number): number => {
    let count = 0;
    for (let label = 0; label < labels; label++) {
      // What does not belong to a label says nothing about where it does belong.
      if (against && label !== own) continue;
      const error = (label === own && !against ? 1 : 0) - (scores[label] ?? 0);
      if (error > -NEGLIGIBLE && error < NEGLIGIBLE) continue;
      scores[label] = error * rate;
      changing[count++] = label;
    }
    return count;
  };

  return (example, rate) => {
    const { ids, weights: values } = example.vector;
    softmax(example.vector, learning, scores);
    const count = setErrors(example, rate);
    for (let i = 0; i < ids.length; i++) {
      const row = (ids[i] ?? 0) * stride;
      const value = values[i] ?? 0;
      for (let c = 0; c < count; c++) {
        const label = changing[c] ?? 0;
        weights[row + label] = (weights[row + label] ?? 0) + (scores[label] ?? 0) * value;
      }
    }
  };
}

/** About half of a vector, scaled so that it is as long as the whole on average. Each part is gone when the next is made. */
function createPart(examples: readonly Lesson[]): (whole: Sparse, seed: number) => Sparse {
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

/** The fewer examples a label has, the more each counts. */
function importanceOf(examples: readonly Lesson[], labels: number): Float32Array {
  const counts = new Float32Array(labels);
  for (const { label, against } of examples) if (!against) counts[label] = (counts[label] ?? 0) + 1;
  const mean = examples.length / labels;
  return counts.map((count) => Math.sqrt(mean / Math.max(count, 1)));
}

/** So that learning does not see one topic after the other. */
function shuffled(examples: readonly Lesson[]): Lesson[] {
  return examples.toSorted((one, other) => drawn(one.seed, 0) - drawn(other.seed, 0));
}
