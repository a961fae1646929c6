import { join } from 'node:path';
import { FolderReader } from '../content/folder.ts';
import type { Library } from '../protocol/load.ts';
import { checkLawReports, checkProtocolReports } from './checks.ts';
import { type ConductReader, conductReader } from './conduct.ts';
import { type KindReader, kindReader } from './kinds.ts';
import {
  conductWords,
  kindWords,
  type LawReports,
  lawReports,
  type ProtocolReports,
  protocolReports,
} from './schema.ts';

/** Everything that is known about reports besides the protocols: what each asks, what the law asks, and words for kinds. */
export type Reports = {
  /** By the id of the protocol; a protocol without a file has none, and only the law's duties. */
  readonly byProtocol: ReadonlyMap<string, ProtocolReports>;
  readonly law: LawReports;
  readonly kinds: KindReader;
  /** Whether a text may tell of somebody of the school who comes too close to a pupil. */
  readonly mayTellConduct: ConductReader;
};

const KINDS = 'kinds.yaml';
const CONDUCT = 'conduct.yaml';
const LAW = 'wet.yaml';
/** The files that are not about one protocol. */
const shared: ReadonlySet<string> = new Set([KINDS, CONDUCT, LAW]);

/**
 * Reads and checks the reports of a content folder.
 * @param folder the folder with the protocol files; what is about reports stands in its `reports/`
 * @param library what may be cited
 * @throws ContentError with every fault in every file, by file and line
 */
export function loadReports(folder: string, library: Pick<Library, 'protocols' | 'law'>): Reports {
  const reader = new FolderReader(folder);
  const read = (name: string) => join('reports', name);
  const names = reader.names('reports').filter((name) => !shared.has(name));
  const files = names.map((name) => reader.read(read(name), protocolReports)).filter((file) => file !== undefined);
  for (const { file, located } of files) reader.fault(...checkProtocolReports(file, located, library.protocols));
  const law = reader.read(read(LAW), lawReports);
  if (law !== undefined) reader.fault(...checkLawReports(law.file, law.located, library.law));
  const kinds = reader.read(read(KINDS), kindWords);
  const conduct = reader.read(read(CONDUCT), conductWords);
  reader.throwFaults();
  return {
    byProtocol: new Map(files.map(({ located }) => [located.value.id, located.value])),
    law: law?.located.value ?? { duties: [] },
    kinds: kindReader(kinds?.located.value ?? { kinds: [] }),
    mayTellConduct: conductReader(conduct?.located.value ?? { staff: [], pupils: [], signs: [] }),
  };
}
