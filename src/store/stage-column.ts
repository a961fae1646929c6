import { type Stage, stages } from '../handover/stages.ts';
import { StoreError } from './errors.ts';

/**
 * A stage as it was stored.
 * @throws StoreError STORE_OUTDATED for one this version does not know
 */
export function stageIn(text: string): Stage {
  const stage = stages.find((each) => each === text);
  if (stage !== undefined) return stage;
  throw new StoreError(
    'STORE_OUTDATED',
    `The database has a stage "${text}" of another version. Start the newest one.`,
  );
}
