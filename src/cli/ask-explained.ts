import type { Answer } from '../answer/answer.ts';
import type { Explanation } from '../answer/explain.ts';
import { withoutAnswer } from '../bot/words.ts';
import type { Topic } from '../protocol/knowledge.ts';
import type { Protocol } from '../protocol/protocol.ts';

/** What an explanation needs to call things by their names. */
type Named = { readonly protocol: Protocol; readonly topics: readonly Topic[] };

const manners: Readonly<Record<Explanation['manner'], string>> = {
  asked: 'als een vraag',
  told: 'als een verhaal',
  named: 'als losse woorden',
};

/**
 * Why a question got its answer, in words for who keeps the protocol.
 * @param explained undefined of a look-up
 */
export function explainedWords(
  answer: Answer,
  explained: Explanation | undefined,
  { protocol, topics }: Named,
): string {
  if (explained === undefined)
    return 'De tekst wijst een plek in het protocol aan; daar is verder niets bij gezocht.\n';
  const nameOf = (id: string | undefined) => {
    const topic = topics.find((each) => each.id === id);
    return topic === undefined ? 'geen onderwerp' : `${topic.name} [${topic.id}]`;
  };
  const kindOf = (id: string) => topics.find((each) => each.id === id)?.kind;
  const { words, manner, law } = explained;
  const subjects = explained.topics.map(({ topic, chance, answered }) => {
    const nowhere = answered ? '' : (unanswered[kindOf(topic) ?? 'rule'] ?? '');
    return `${percent(chance)}  ${nameOf(topic)}${nowhere}`;
  });
  const articles = explained.articles.map(({ article, weight, topic, like }) => {
    const { place, title } = protocol.byId.get(article) ?? { place: article, title: '' };
    const named = answer.articles.some(({ id }) => id === article) ? 'in het antwoord' : 'niet in het antwoord';
    const likeness = like === undefined ? '' : `\n        lijkt het meest op “${like}”`;
    return `${weight.toFixed(2)}  ${place} — ${title} (${named})\n        onderwerp: ${nameOf(topic)}${likeness}`;
  });
  return [
    `Gelezen:     ${words.join(' ')}`,
    `Opgevat:     ${manners[manner]}; ${audienceWords(explained)}; ${situationWords(explained)}`,
    `Besloten:    ${decisionWords(answer, explained, nameOf)}`,
    ...(law.length === 0 ? [] : [`Wet:         ${law.join(', ')}`]),
    `Onderwerpen, met de kans dat het daarover gaat:\n${indented(subjects)}`,
    `Artikelen, met hoe goed ze passen:\n${indented(articles)}`,
    '',
  ].join('\n');
}

/** What is said of a topic that no article has, by its kind: an event needs none. */
const unanswered: Partial<Record<Topic['kind'], string>> = {
  rule: ', waar geen artikel van dit protocol over gaat',
  outside: ', waar protocollen niet over gaan',
};

/** Less than this chance decides nothing. */
const CLEAR = 0.1;

const percent = (chance: number): string => `${Math.round(chance * 100)}%`.padStart(4);

const indented = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join('\n');

function audienceWords({ audience, open }: Explanation): string {
  return open ? 'over wie het gaat, is niet gezegd (dus: een medewerker)' : `over een ${audience.join(' of ')}`;
}

function situationWords({ situation }: Explanation): string {
  if (situation === undefined) return 'werk of privé is niet gezegd';
  return situation === 'werk' ? 'op het werk' : 'privé';
}

function decisionWords(answer: Answer, explained: Explanation, nameOf: (id: string | undefined) => string): string {
  const { decision, about, lacks, topics } = explained;
  switch (decision) {
    case 'answer':
      return answer.kind === 'ask-back'
        ? 'terugvragen over wie het gaat: twee artikelen komen in aanmerking, elk voor andere mensen'
        : 'antwoorden met het artikel dat het best past';
    case 'bare':
      return 'terugvragen waar het over gaat: de woorden zeggen dat niet';
    case 'doubt':
      return `iemand twijfelt: ${nameOf(about)}`;
    case 'derail':
      return `een gesprek loopt uit de hand: ${nameOf(about)}`;
    case 'incident':
      return `er is iets gebeurd dat gemeld kan worden: ${nameOf(about)}`;
    case 'smalltalk':
      return `een praatje, of iets over de bot zelf: ${nameOf(about)}`;
    case 'about-protocol':
    case 'introduced':
      return `een vraag over het protocol zelf: ${nameOf(about)}`;
    case 'unknown':
      if (lacks !== undefined) return `zeggen dat het er niet staat. ${withoutAnswer(lacks)}`;
      return topics.some(({ topic, chance }) => topic === about && chance >= CLEAR)
        ? `zeggen dat het er niet staat: er spreekt te veel voor ${nameOf(about)}`
        : 'zeggen dat het er niet staat: geen artikel past goed genoeg';
  }
}
