// Of its dependencies @microsoft/app-manifest 1.1.2 does not name fs-extra, which is why package.json of ours does.
import { AppManifestUtils } from '@microsoft/app-manifest';
import { z } from 'zod';

/** Where the schemas have their names; the package carries them, so that nothing is fetched. */
const OURS =
  /^https:\/\/developer\.microsoft\.com\/en-us\/json-schemas\/teams\/v1\.\d+\/MicrosoftTeams(\.Localization)?\.schema\.json$/;

const named = z.object({ $schema: z.string().regex(OURS) });

/**
 * Holds a JSON file of the package against Microsoft's own schema, which it names itself.
 * @returns each fault with the file and the place in it
 */
export async function schemaFaults(file: string, content: unknown): Promise<string[]> {
  const { success, data } = named.safeParse(content);
  if (!success) return [`${file}: "$schema" is not one of Microsoft's schemas of the app manifest.`];
  const schema = readable(await AppManifestUtils.fetchSchema(data.$schema));
  const faults = await AppManifestUtils.validateAgainstSchema(content as never, schema as never);
  return faults.map((fault) => `${file}: ${fault.trim()}`);
}

const withPatterns = z.looseObject({ patternProperties: z.record(z.string(), z.unknown()).optional() });

/**
 * The schema of translations has patterns that are no regular expressions to a strict reader, for features we do not have.
 * Without them a translation of such a feature is refused.
 */
function readable(schema: unknown) {
  const { patternProperties = {}, ...rest } = withPatterns.parse(schema);
  const kept = Object.entries(patternProperties).filter(([pattern]) => isPattern(pattern));
  return { ...rest, patternProperties: Object.fromEntries(kept) };
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
}

/** Every `{{NAME}}` that nobody filled in. */
export function openFaults(file: string, content: unknown): string[] {
  const open = new Set(JSON.stringify(content).match(/\{\{\w*\}\}/g));
  return [...open].map((placeholder) => `${file}: ${placeholder} was not filled in.`);
}

/**
 * A translation is by place ("bots[0].commandLists[0].commands[1].description"): each must be there, and each text that people
 * read must have one. Not the commands themselves: they are what people type, and the bot reads Dutch.
 */
export function translationFaults(file: string, manifest: unknown, translation: unknown): string[] {
  const given = Object.keys(z.record(z.string(), z.unknown()).parse(translation)).filter((name) => name !== '$schema');
  const all = placesIn(manifest, '');
  const wanted = all.filter((place) => READ.test(place) && !TYPED.test(place));
  const typed = given.filter((place) => TYPED.test(place));
  return [
    ...given.filter((place) => !all.includes(place)).map((place) => `${file}: ${place} is not in manifest.json.`),
    ...wanted.filter((place) => !given.includes(place)).map((place) => `${file}: ${place} is missing.`),
    ...typed.map((place) => `${file}: ${place} is what people type, which the bot reads in Dutch only.`),
  ];
}

const READ = /^(name|description)\.|^(bots|composeExtensions)\[.*\.(title|description)$/;
const TYPED = /^bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.title$/;

function placesIn(value: unknown, path: string): string[] {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return value.flatMap((each, index) => placesIn(each, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => placesIn(each, path === '' ? name : `${path}.${name}`));
}
