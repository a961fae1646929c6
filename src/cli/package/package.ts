import { strToU8, zipSync } from 'fflate';
import { openFaults, schemaFaults, translationFaults } from './checks.ts';
import { PackageError } from './errors.ts';
import { type Fillings, filled } from './fill.ts';
import { colourFaults, outlineFaults } from './icon.ts';

/** The files of the package as they lie in manifest/teams. */
export type Sources = {
  readonly manifest: string;
  readonly english: string;
  readonly colour: Buffer;
  readonly outline: Buffer;
};

/** ZIP knows local time only, and nothing before 1980: the same in every time zone. */
const ALWAYS = new Date(1980, 0, 1);

/**
 * The package that an administrator uploads, checked. The same sources and fillings give the same bytes.
 * @throws PackageError naming every fault
 */
export async function packaged(sources: Sources, fillings: Fillings): Promise<Uint8Array> {
  const manifest = filled(JSON.parse(sources.manifest), fillings);
  const english = filled(JSON.parse(sources.english), fillings);
  const faults = [
    ...openFaults('manifest.json', manifest),
    ...openFaults('en.json', english),
    ...(await schemaFaults('manifest.json', manifest)),
    ...(await schemaFaults('en.json', english)),
    ...translationFaults('en.json', manifest, english),
    ...colourFaults(sources.colour),
    ...outlineFaults(sources.outline),
  ];
  if (faults.length > 0) throw new PackageError(faults);
  const files = {
    'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
    'en.json': strToU8(`${JSON.stringify(english, null, 2)}\n`),
    'color.png': new Uint8Array(sources.colour),
    'outline.png': new Uint8Array(sources.outline),
  };
  return zipSync(files, { level: 9, mtime: ALWAYS });
}
