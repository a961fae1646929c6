import type { Installation } from './installation.ts';

/** What a JSON file of the package is filled with; `{{NAME}}` in any of its texts becomes the value. */
export type Fillings = Readonly<Record<string, string>>;

/** The longest that Microsoft's schema takes for who made the app. */
const LONGEST_DEVELOPER = 32;

/** @param version of this program: Teams takes a package as an update only when its version is higher */
export function fillingsFor({ appId, publicUrl, name }: Installation, version: string): Fillings {
  return {
    MicrosoftAppId: appId,
    PUBLIC_URL: publicUrl,
    SCHOOL_NAME: name,
    DEVELOPER: shortened(name, LONGEST_DEVELOPER),
    VERSION: version,
  };
}

/** A copy of parsed JSON with every `{{NAME}}` filled in; one that has no filling stays as it is and is a fault later. */
export function filled(value: unknown, fillings: Fillings): unknown {
  if (typeof value === 'string') return value.replace(/\{\{(\w+)\}\}/g, (whole, name) => fillings[name] ?? whole);
  if (Array.isArray(value)) return value.map((each) => filled(each, fillings));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, fillings)]));
}

/** Cut between two words, or within one that is too long by itself. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > most / 2 ? cut.slice(0, end) : cut).trimEnd()}…`;
}
