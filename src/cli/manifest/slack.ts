/** The manifest of the Slack app, made ready for one school. */

type Json = { readonly [name: string]: unknown };

const PLACEHOLDER = 'https://{{ADDRESS}}';

/** Slack posts to this address, or the bot opens a socket to Slack itself. */
export type Reached = { readonly by: 'address'; readonly address: string } | { readonly by: 'socket' };

/** Why no manifest can be made; `message` says what to do. */
export class AddressError extends Error {
  readonly code = 'ADDRESS_UNUSABLE';

  constructor(given: string) {
    super(
      given === ''
        ? 'Which address does Slack reach the bot at? Give it, or set PUBLIC_URL; or use --socket without one.'
        : `"${given}" is not an https address such as https://bij-twijfel.school.nl.`,
    );
    this.name = 'AddressError';
  }
}

/**
 * The manifest with the school's own address in it, or for Socket Mode without any.
 * @param text of manifest/slack.json
 * @throws AddressError for an address that Slack would not take
 */
export function slackManifest(text: string, reached: Reached): string {
  const manifest: unknown =
    reached.by === 'socket'
      ? withSocket(JSON.parse(text))
      : JSON.parse(text.replaceAll(PLACEHOLDER, originOf(reached)));
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function originOf({ address }: Extract<Reached, { by: 'address' }>): string {
  const url = URL.parse(address);
  const plain = url !== null && url.protocol === 'https:' && url.username === '' && url.hostname.includes('.');
  if (!plain || /["\\]/.test(url.origin)) throw new AddressError(address);
  return url.origin;
}

function withSocket(manifest: Json): Json {
  const bare = withoutUrls(manifest) as Json;
  return { ...bare, settings: { ...(bare.settings as Json), socket_mode_enabled: true } };
}

/** Slack refuses addresses beside Socket Mode. */
function withoutUrls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUrls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => name !== 'url' && name !== 'request_url');
  return Object.fromEntries(kept.map(([name, each]) => [name, withoutUrls(each)]));
}
