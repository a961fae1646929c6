import type { Screen } from '../conversation/reply.ts';
import { fill } from './fill.ts';
import type { Step } from './screens.ts';
import { speak } from './words.ts';

export type ProtocolData = {
  readonly name: string;
  readonly school: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly preamble: string;
  readonly scope: string;
  readonly chapters: readonly { readonly title: string; readonly step: Step }[];
  /** One line at the end, or ''. */
  readonly note: string;
};

/** A protocol on one card: who agreed it and when, about what it is, and its chapters to open. */
export const protocolScreen = (data: ProtocolData): Screen =>
  fill('protocol', data, speak(data.name, data.school, data.preamble));
