import { findLookup } from '../answer/lookup/lookup.ts';
import { articleScreen } from '../cards/article.ts';
import type { Found, Reply } from '../conversation/reply.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { Article } from '../protocol/schema.ts';
import { unserved } from './fixed.ts';
import { articleParts } from './lookups.ts';
import type { Turn } from './turn.ts';

/** Looking for an article to put in a message of one's own. Words of the protocol only, so anybody may. */

/** What a list beside a message shows without scrolling far. */
const MOST = 10;
/** Of each school's protocol, where it is not known at which one somebody works. */
const MOST_OF_EACH = 3;
/** What is longer is a story, and finds no article. */
const LONGEST = 200;

const EMPTY = 'Typ een woord uit het protocol, zoals “foto”, of een plaats, zoals “artikel C.3”.';
const NOTHING = 'Niets gevonden. Probeer een ander woord.';

/** @param text what was typed so far; '' at first */
export async function found(turn: Turn, text: string): Promise<Reply> {
  const protocols = turn.school === undefined ? protocolsOf(turn) : [turn.school];
  if (protocols.length === 0) return { kind: 'found', articles: [], hint: unserved().summary };
  const sought = text.trim().slice(0, LONGEST);
  if (!/[\p{L}\p{N}]/u.test(sought)) return { kind: 'found', articles: [], hint: EMPTY };
  const several = protocols.length > 1;
  const articles = protocols.map(async (protocol) => {
    const found = await articlesIn(turn, protocol, sought);
    return found.slice(0, several ? MOST_OF_EACH : MOST).map((article) => asFound(protocol, article, several));
  });
  return { kind: 'found', articles: (await Promise.all(articles)).flat(), hint: NOTHING };
}

/** Of every school of the organisation, each protocol once. */
function protocolsOf({ organisation, ports }: Turn): Protocol[] {
  const all = (organisation?.locations ?? []).flatMap((location) => ports.protocolAt(location) ?? []);
  return [...new Map(all.map((protocol) => [protocol.id, protocol])).values()];
}

async function articlesIn({ ports }: Turn, protocol: Protocol, sought: string): Promise<readonly Article[]> {
  const place = findLookup(protocol, sought);
  if (place?.what === 'article') return [place.article];
  if (place?.what === 'several') return place.articles;
  return place?.what === 'chapter' ? place.chapter.articles : ports.answers.search(protocol, sought);
}

function asFound(protocol: Protocol, article: Article, several: boolean): Found {
  const screen = articleScreen({ ...articleParts(protocol, article), previous: null, next: null, back: null });
  const of = several ? ` (${protocol.meta.school})` : '';
  return { title: `${article.place}: ${article.title}${of}`, text: article.short, screen };
}
