import { basename } from 'node:path';
import type { Fault, Located } from '../content/parse.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { Report } from './faults.ts';
import { checkSays } from './placeholders.ts';
import { referenceFaults } from './references.ts';
import type { WalkFile } from './schema.ts';
import { checkPaths } from './ways.ts';

/**
 * Everything wrong with one walk. Its ways are only walked when all it names exists: otherwise one slip of the pen would be
 * told ten times.
 */
export function checkWalk(
  file: string,
  located: Located<WalkFile>,
  protocols: ReadonlyMap<string, Protocol>,
): readonly Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, message) => faults.push({ file, line: located.lineOf(path), message });
  const walk = located.value;
  const name = basename(file, '.yaml');
  if (walk.id !== name) report(['id'], `id is "${walk.id}" but the file is called ${name}.yaml; make them equal`);
  const protocol = protocols.get(walk.id);
  if (protocol === undefined) {
    report(['id'], `there is no protocol "${walk.id}"; there is ${[...protocols.keys()].join(', ')}`);
    return faults;
  }
  checkSays(walk, report);
  referenceFaults(walk, protocol, report);
  if (faults.length === 0) checkPaths(walk, report);
  return faults;
}
