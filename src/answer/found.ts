import { contactsFor, type NamedContact, type Protocol } from '../protocol/protocol.ts';
import type { Article, Audience, ContactCase, Situation } from '../protocol/schema.ts';
import { ownTopics } from './own-topics.ts';
import type { Ranked } from './ranking.ts';

/** Whom a case goes to in this protocol, and the articles that say so. */
export type CaseFound = {
  readonly articles: readonly Article[];
  readonly contacts: readonly NamedContact[];
  readonly silent: string | undefined;
};

/** When a protocol names nobody for a case, the topics of the articles that come nearest, the nearest first. */
export const nearestTopics: Readonly<Partial<Record<ContactCase, readonly string[]>>> = {
  twijfel: ['twijfel', ownTopics.leaders, 'hulp-aanspreken'],
  ontsporing: ['ontsporing', 'negatief-reageren', 'discussie-leerling-ouder'],
  misstand: [
    'misstand-melden',
    'onveilige-voorbeelden',
    'pesten-gevolg',
    'aangeboden',
    'maatregelen-vastgelegd',
    'veilig-klimaat',
    'fatsoen',
  ],
};

/** How well an article that is not about the case itself must fit to stand among its articles. */
const ALSO_FITS = 0.3;

/**
 * A doubt, a derailing discussion or an incident: the contact that the protocol names. Where it names none, `silent` says so, and
 * who it does name comes as what they are: help ("vraag hulp aan …"), or for an incident who takes the measures (`act`).
 */
export function findCase(
  protocol: Protocol,
  wanted: {
    readonly case: ContactCase;
    readonly audience: Audience;
    readonly situation: Situation | undefined;
    readonly leader: boolean;
    /** Whoever tells it asks for help, see cues/seeking-help.ts. */
    readonly helpless: boolean;
    /** Topics that belong to what happened, the most fitting first. */
    readonly beside: readonly string[];
  },
  ranked: readonly Ranked[],
): CaseFound {
  const alone =
    wanted.leader && wanted.case === 'twijfel'
      ? ranked.find(({ article }) => article.topics[0] === ownTopics.leaders)
      : undefined;
  if (alone !== undefined) return { articles: [alone.article], contacts: [], silent: undefined };
  const fitting = asked(contactsFor(protocol, wanted));
  // Named for work only is better than nobody: the card says by which article.
  const named = fitting.length > 0 ? fitting : asked(contactsFor(protocol, { ...wanted, situation: undefined }));
  const isHelped = wanted.case === 'twijfel' || (wanted.case === 'ontsporing' && wanted.helpless);
  const helping = named.length === 0 && isHelped ? asked(contactsFor(protocol, { ...wanted, case: 'hulp' })) : [];
  const acting = named.length === 0 && wanted.case === 'misstand' ? takingMeasures(protocol, wanted.audience) : [];
  const contacts = named.length > 0 ? named : [...helping, ...acting];
  const naming = [...new Set(contacts.map((contact) => contact.article))].flatMap((id) => protocol.byId.get(id) ?? []);
  const about = (topic: string) => ranked.filter(({ article }) => article.topics.includes(topic));
  const near = (nearestTopics[wanted.case] ?? []).flatMap((topic) => about(topic).map(({ article }) => article));
  const instead = naming.length > 0 ? [] : near.slice(0, 1);
  const beside = wanted.beside.flatMap((topic) => about(topic).slice(0, 1)).map(({ article }) => article);
  // Whose doubt has a rule of its own (a pupil who wants to be friends) reads that first.
  const rule = wanted.case === 'twijfel' ? beside : [];
  const also = ranked.filter(({ score }) => score >= ALSO_FITS).map(({ article }) => article);
  return {
    articles: [...new Set([...rule, ...naming, ...instead, ...beside, ...near.slice(0, 3), ...also.slice(0, 2)])],
    contacts,
    silent: named.length === 0 ? protocol.meta.silent[wanted.case] : undefined,
  };
}

/** Whom an incident is for in a protocol that names nobody to report it to: not who is told, but who must act. */
function takingMeasures(protocol: Protocol, audience: Audience): NamedContact[] {
  return contactsFor(protocol, { case: 'maatregel', audience });
}

/** Contacts one can turn to; a role that acts of its own accord (goes to the police, decides) is not one. */
export function asked(contacts: readonly NamedContact[]): NamedContact[] {
  return contacts.filter((contact) => contact.act === undefined);
}
