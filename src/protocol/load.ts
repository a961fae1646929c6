import { join } from 'node:path';
import { FolderReader } from '../content/folder.ts';
import { ContentError, type Fault } from '../content/parse.ts';
import { checkLaw, checkProtocol, checkTopics } from './checks.ts';
import { type LawArticle, type Lexicon, lawFile, lexiconFile, type Topic, topicsFile } from './knowledge.ts';
import { type Protocol, toProtocol } from './protocol.ts';
import { protocolFile } from './schema.ts';

/** Everything the `protocols/` folder holds. */
export type Library = {
  readonly protocols: ReadonlyMap<string, Protocol>;
  readonly law: readonly LawArticle[];
  readonly topics: readonly Topic[];
  readonly lexicon: Lexicon;
};

/** What could be read of a content folder, and what is wrong with it. `whole`: every file could be read. */
export type LibraryRead = { readonly library: Library; readonly faults: readonly Fault[]; readonly whole: boolean };

/**
 * Reads and checks a whole content folder.
 * @param folder the folder with the protocol files, `wet.yaml`, `lexicon.yaml` and `topics/`
 * @throws ContentError with every fault in every file, by file and line
 */
export function loadLibrary(folder: string): Library {
  const { library, faults } = readLibrary(folder);
  if (faults.length > 0) throw new ContentError(faults);
  return library;
}

/** The same, for who wants to look further than the first folder with a fault. */
export function readLibrary(folder: string): LibraryRead {
  const reader = new FolderReader(folder);
  const topicNames = reader.names('topics');
  const topics = topicNames
    .map((name) => reader.read(join('topics', name), topicsFile))
    .filter((file) => file !== undefined);
  // With one of these files unread, protocols and other topics would seem to name topics that do not exist.
  const complete = topics.length === topicNames.length;
  const topicIds = complete ? new Set(topics.flatMap((file) => file.located.value.map(({ id }) => id))) : undefined;
  reader.fault(...checkTopics(topics, topicIds));
  const special = new Set(['wet.yaml', 'lexicon.yaml']);
  const names = reader.names('.').filter((name) => !special.has(name));
  const protocols = names.map((name) => reader.read(name, protocolFile)).filter((file) => file !== undefined);
  for (const { file, located } of protocols) reader.fault(...checkProtocol(file, located, topicIds));
  const law = reader.read('wet.yaml', lawFile);
  if (law !== undefined) reader.fault(...checkLaw(law.file, law.located));
  const lexicon = reader.read('lexicon.yaml', lexiconFile);
  if (names.length === 0) reader.fault({ file: folder, line: 1, message: 'no protocol file (*.yaml) in this folder' });
  const library = {
    protocols: new Map(protocols.map(({ located }) => [located.value.id, toProtocol(located.value)])),
    law: law?.located.value.articles ?? [],
    topics: topics.flatMap((file) => file.located.value),
    lexicon: lexicon?.located.value ?? { synonyms: [], abbreviations: {}, english: {} },
  };
  return { library, faults: reader.faults, whole: reader.whole };
}
