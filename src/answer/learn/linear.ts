import { ROUND, type Scorer, softmax } from './softmax.ts';
import type { Sparse } from './space.ts';

/** Label → how much a question's words speak for it, as a probability over all labels. */
export type Linear = (question: Sparse) => Float32Array;

/**
 * What a linear model learned, a row for each feature: whole numbers of two bytes, to be taken `scales` times. It is half as
 * large as what it was learned in, and far more exact than what is learned.
 */
export type Model = { readonly weights: Int16Array; readonly scales: Float32Array };

/** The largest number of two bytes. */
const MOST = 32_767;

/** How long the row of a feature is. */
export const strideOf = (labels: number): number => Math.ceil(labels / ROUND) * ROUND;

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

/** Weights as they were learned, in rows of `stride`, as a model keeps them. */
export function compact(weights: Float32Array, stride: number): Model {
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
