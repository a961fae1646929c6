import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, longest first, by the beginning of its path under `test/`; whatever is not named takes a second or two. */
const LONG = [
  'e2e/look',
  'proof/',
  'e2e/',
  'teams/',
  'main/',
  'cli/',
  'store/',
  'answer/engine',
  'bot/report/',
  'slack/',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const found = LONG.findIndex((start) => moduleId.includes(`/test/${start}`));
  return found < 0 ? LONG.length : found;
};

/** The long files first: whoever is done fills up with short ones, so that all workers end at about the same time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}
