import { referencesIn } from '../../fakes/forms.ts';
import { keyOf, type Platform } from './platform.ts';
import type { World } from './world.ts';

/** When somebody was first told of a case, in ms; undefined while nobody was. */
export async function toldAt({ cases }: World, ref: string): Promise<number | undefined> {
  const told = (await cases.journalOf(ref)).find(({ verb, data }) => verb === 'delivered' && data.stage === 'notify');
  return told && Date.parse(told.at);
}

export type Doubled = {
  /** Cards more than the journal knows of. */
  readonly duplicates: number;
  /** Of those, how many not because an answer was lost. */
  readonly unexplained: number;
};

/** Counts the cards that came to somebody more than once. */
export async function doubled({ cases, platform }: World, refs: readonly string[]): Promise<Doubled> {
  const cards = cardsBy(platform);
  let duplicates = 0;
  let unexplained = 0;
  for (const ref of refs) {
    const told = (await cases.journalOf(ref)).filter(({ verb }) => verb === 'delivered');
    const byPerson = Map.groupBy(told, ({ data }) => keyOf(ref, platform.chatOf(String(data.person))));
    for (const [key, count] of cards.get(ref) ?? []) {
      const more = Math.max(0, count - newCards((byPerson.get(key) ?? []).map(({ data }) => String(data.stage))));
      duplicates += more;
      unexplained += Math.max(0, more - (platform.lost.get(key) ?? 0));
    }
  }
  return { duplicates, unexplained };
}

/** How many new cards these stages are, for one person: who is only to see how it stands gets one if they have none. */
function newCards(stages: readonly string[]): number {
  const notices = stages.filter((stage) => stage !== 'tell').length;
  return notices > 0 ? notices : Math.min(1, stages.length);
}

/** By case, and in it by case and conversation: how many new cards the platform took. */
function cardsBy(platform: Platform): Map<string, Map<string, number>> {
  const cards = new Map<string, Map<string, number>>();
  for (const { conversation, content } of platform.cards()) {
    const [ref = ''] = referencesIn(content);
    const own = cards.get(ref) ?? new Map<string, number>();
    own.set(keyOf(ref, conversation), (own.get(keyOf(ref, conversation)) ?? 0) + 1);
    cards.set(ref, own);
  }
  return cards;
}
