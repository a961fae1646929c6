import type { Lookup } from '../answer/answer.ts';
import { type ArticleData, articleScreen } from '../cards/article.ts';
import { type ListItem, listScreen } from '../cards/list.ts';
import { type ProtocolData, protocolScreen } from '../cards/protocol.ts';
import type { Step } from '../cards/screens.ts';
import { textScreen } from '../cards/text.ts';
import type { Screen } from '../conversation/reply.ts';
import { chapterOf, type Protocol } from '../protocol/protocol.ts';
import { pupilOf } from '../protocol/pupil.ts';
import type { Article, Chapter, Meta } from '../protocol/schema.ts';
import { contactLines } from './contacts.ts';
import { audienceWords, capital, dateWords, forceWords, situationWords } from './words.ts';

/** What a look-up pointed at, as a screen. `answer` leads back to the answer an article was opened from. */
export function lookupScreen(protocol: Protocol, found: Lookup, answer: string | undefined): Screen {
  switch (found.what) {
    case 'article':
      return wholeArticle(protocol, found.article, answer);
    case 'chapter':
      return chapterScreen(protocol, found.chapter);
    case 'several':
      return listScreen({
        title: 'Welke bedoel je?',
        intro: 'Deze plaats komt in het protocol vaker voor.',
        items: found.articles.map((article) => item(protocol, article)),
        empty: '',
        steps: [],
      });
    case 'protocol':
      return wholeProtocol(protocol);
    case 'origin':
      return originScreen(protocol);
    case 'nothing':
      return textScreen({
        title: 'Die plaats ken ik niet',
        text: `In dit protocol staat geen artikel of hoofdstuk “${found.asked.slice(0, 40)}”. Kijk in het overzicht hoe de artikelen heten.`,
        steps: [{ title: 'Bekijk het protocol', verb: 'toon-protocol', data: {} }],
      });
  }
}

/** One article in full, with its neighbours. */
export function wholeArticle(protocol: Protocol, article: Article, answer: string | undefined): Screen {
  const at = protocol.articles.indexOf(article);
  return articleScreen({
    ...articleParts(protocol, article),
    previous: neighbour(protocol, protocol.articles[at - 1], answer),
    next: neighbour(protocol, protocol.articles[at + 1], answer),
    back:
      answer === undefined || answer === ''
        ? null
        : { title: 'Terug naar het antwoord', verb: 'terug', data: { answer } },
  });
}

/** An article in full, wherever it is opened from. */
export function articleParts(protocol: Protocol, article: Article): Omit<ArticleData, 'previous' | 'next' | 'back'> {
  return {
    protocolName: `${protocol.meta.name}, ${protocol.meta.school}`,
    chapter: chapterOf(protocol, article.id)?.title ?? '',
    place: article.place,
    title: article.title,
    text: article.text,
    force: capital(forceWords(article.force)),
    audience: capital(audienceWords(article, pupilOf(protocol.meta))),
    situation: capital(situationWords(article)),
    contacts: contactLines(
      protocol,
      article.contacts
        .filter((contact) => contact.act === undefined)
        .map((contact) => ({ ...contact, article: article.id })),
    ),
    link: protocol.meta.link,
  };
}

function neighbour(protocol: Protocol, article: Article | undefined, answer: string | undefined): Step | null {
  if (article === undefined) return null;
  const back = answer === undefined ? {} : { answer };
  return {
    title: shortPlace(article),
    verb: 'toon-artikel',
    data: { protocol: protocol.id, article: article.id, ...back },
  };
}

function shortPlace(article: Article): string {
  return article.place.length <= 40 ? article.place : article.id;
}

/** The articles of a chapter, to click. */
export function chapterScreen(protocol: Protocol, chapter: Chapter): Screen {
  return listScreen({
    title: chapter.title,
    intro: `${protocol.meta.name}, ${protocol.meta.school}`,
    items: chapter.articles.map((article) => item(protocol, article)),
    empty: '',
    steps: [{ title: 'Alle hoofdstukken', verb: 'toon-protocol', data: { protocol: protocol.id } }],
  });
}

/** What `zoek` found; `sought` is shown, '' shows nothing of it. */
export function searchScreen(protocol: Protocol, sought: string, found: readonly Article[]): Screen {
  return listScreen({
    title: 'Gevonden in het protocol',
    intro: sought === '' ? '' : `Gezocht naar “${sought.slice(0, 80)}”`,
    items: found.map((article) => item(protocol, article)),
    empty: 'Niets gevonden. Probeer een ander woord, of stel je vraag zoals je die aan een collega zou stellen.',
    steps: [{ title: 'Bekijk het protocol', verb: 'toon-protocol', data: {} }],
  });
}

function item(protocol: Protocol, article: Article): ListItem {
  return {
    title: article.title,
    text: `${article.place} · ${article.short}`,
    step: { title: article.title, verb: 'toon-artikel', data: { protocol: protocol.id, article: article.id } },
  };
}

/** The protocol as a whole: who agreed on it and when, about what it is, its chapters. */
export const wholeProtocol = (protocol: Protocol): Screen => protocolScreen(protocolParts(protocol));

/** Who agreed on it and when, which was asked, in the place of what it says about itself. */
const originScreen = (protocol: Protocol): Screen =>
  protocolScreen({ ...protocolParts(protocol), preamble: originWords(protocol.meta), scope: '', note: '' });

function originWords({ name, adoptedBy, date, dateNote, cite }: Meta): string {
  const by =
    adoptedBy === null
      ? 'In het document staat niet wie het vaststelde.'
      : `Dit protocol is vastgesteld door ${adoptedBy}.`;
  const undated = !dateNote ? 'Een datum staat er niet in.' : `${capital(dateNote)}.`;
  const on = date === null ? undated : `De datum is ${dateWords(date)}.`;
  return `${by} ${on} ${cite === null ? 'De naam op het document is' : 'Officieel heet het'} “${cite ?? name}”.`;
}

function protocolParts(protocol: Protocol): ProtocolData {
  const { meta } = protocol;
  const fact = (title: string, value: string | null | undefined) => (value ? [{ title, value }] : []);
  const date = meta.date === null ? null : dateWords(meta.date);
  return {
    name: meta.name,
    school: meta.school,
    facts: [
      ...fact('Vastgesteld door', meta.adoptedBy),
      ...fact('Medezeggenschap', meta.medezeggenschap),
      ...fact('Datum', date === null || !meta.dateNote ? date : `${date}, ${meta.dateNote}`),
      ...fact('Versie', meta.version),
      ...fact('Officiële naam', meta.cite),
    ],
    preamble: meta.preamble,
    scope: meta.scope,
    chapters: protocol.chapters.map((chapter) => ({
      title: chapter.title,
      step: {
        title: chapter.title.slice(0, 75),
        verb: 'toon-hoofdstuk',
        data: { protocol: protocol.id, chapter: chapter.id },
      },
    })),
    note: meta.date === null ? 'Het document zelf noemt geen datum.' : '',
  };
}
