import type { LawArticle, Topic } from '../protocol/knowledge.ts';
import type { NamedContact } from '../protocol/protocol.ts';
import type { Article, Audience, Chapter, ContactCase, Situation } from '../protocol/schema.ts';
import type { Definition } from './definition.ts';
import type { Lack } from './lacking/lacking.ts';

/** What is known of who asks, besides the question: from buttons, from the conversation, or from the caller. */
export type Context = {
  readonly audience?: Audience | undefined;
  readonly situation?: Situation | undefined;
  /** Whom it is about, said after the question itself, which may still name somebody else ("en een leerling?"). */
  readonly about?: Audience | undefined;
};

/** Why something was found, for people: "je vraag gaat over …", "lijkt op de vraag …", with how much it weighed. */
export type Because = { readonly article: string; readonly reason: string; readonly weight: number };

/** What every answer carries. `articles` are ranked best first; the first is the one to cite. */
export type Found = {
  readonly articles: readonly Article[];
  readonly contacts: readonly NamedContact[];
  /** One sentence of the protocol's owner when it names nobody for this case. */
  readonly silent: string | undefined;
  readonly law: readonly LawArticle[];
  readonly because: readonly Because[];
};

/** What only the asker knows: whom of these people it is about, whether it is for work, or what it is about at all. */
export type AskBack =
  | { readonly ask: 'audience'; readonly among: readonly Audience[] }
  | { readonly ask: 'situation' }
  | { readonly ask: 'subject' };

/** The kinds of design.md. Nothing in an answer is said that no article, contact or topic behind it supports. */
export type Answer =
  | (Found & {
      readonly kind: 'answer';
      readonly about: Topic | undefined;
      readonly mayI: boolean;
      /** The word whose meaning was asked, as the document explains it. */
      readonly definition?: Definition | undefined;
    })
  | (Found & { readonly kind: 'escalate'; readonly case: ContactCase })
  | (Found & { readonly kind: 'report'; readonly case: ContactCase; readonly urgent: boolean })
  | (Found & AskBack & { readonly kind: 'ask-back' })
  | (Found & { readonly kind: 'lookup'; readonly found: Lookup })
  | (Found & {
      readonly kind: 'unknown';
      readonly about: Topic | undefined;
      readonly turnTo: readonly NamedContact[];
      readonly near: readonly Article[];
      /** What those near say nothing of, though they are on the subject. */
      readonly lacks?: Lack | undefined;
      /** No article explains the word that was asked, but the introduction does. */
      readonly definition?: Definition | undefined;
    })
  | (Found & { readonly kind: 'offtopic'; readonly text: string });

/** What a look-up pointed at. `several` is a place that exists more than once ("punt 5"). */
export type Lookup =
  | { readonly what: 'article'; readonly article: Article }
  | { readonly what: 'several'; readonly articles: readonly Article[] }
  | { readonly what: 'chapter'; readonly chapter: Chapter }
  | { readonly what: 'protocol' }
  /** Who agreed on it and when, and what it is called officially. */
  | { readonly what: 'origin' }
  | { readonly what: 'nothing'; readonly asked: string };
