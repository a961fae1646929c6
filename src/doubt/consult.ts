import type { ContactLine } from '../cards/screens.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { Advice, Consult } from './advice.ts';

/** The phone numbers of roles at somebody's school, from the organisation. */
export type Phones = Readonly<Record<string, string>>;

/** Whom to turn to, in whole sentences: what the protocol leaves open first, then who it is and how to reach them. */
export function contactLines(advice: Advice, protocol: Protocol, phones: Phones): ContactLine[] {
  const { consult, silent } = advice;
  const sentence = silent === undefined ? undefined : silences(protocol).get(silent);
  return [
    ...(sentence === undefined ? [] : [{ text: sentence }]),
    ...(consult === undefined ? [] : consultLines(consult, sentence !== undefined, protocol, phones)),
  ];
}

/** @param silent the protocol names nobody for this: what follows is where its help is, not its rule */
function consultLines(consult: Consult, silent: boolean, protocol: Protocol, phones: Phones): ContactLine[] {
  const place = placeOf(protocol, consult.article);
  const who = `${listed(consult.roles.map((role) => nameOf(protocol, role)))} (${place})`;
  const rule = consult.urgent ? `Neem meteen contact op met ${who}.` : `Leg het voor aan ${who}.`;
  const help = `Je kunt wel ${consult.urgent ? 'meteen ' : ''}terecht bij ${who}.`;
  return [
    { text: silent ? help : rule, place },
    ...consult.roles.flatMap((role) => membersLine(protocol, role)),
    ...(consult.urgent ? phoneLines(consult, protocol, phones) : []),
  ];
}

/** A role such as "de directie" says little to somebody in a hurry: who belongs to it. */
function membersLine(protocol: Protocol, name: string): ContactLine[] {
  const role = protocol.roles.get(name);
  if (role === undefined || role.members.length === 0) return [];
  const members = listed(role.members.map((member) => nameOf(protocol, member)));
  const where = role.article === undefined ? '' : ` (${placeOf(protocol, role.article)})`;
  return [{ text: `Dat kan zijn: ${members}${where}.` }];
}

function phoneLines(consult: Consult, protocol: Protocol, phones: Phones): ContactLine[] {
  const roles = consult.roles.flatMap((role) => [role, ...(protocol.roles.get(role)?.members ?? [])]);
  return [...new Set(roles)].flatMap((role) => {
    const phone = Object.hasOwn(phones, role) ? phones[role] : undefined;
    return phone === undefined ? [] : [{ text: `Bel ${nameOf(protocol, role)}: ${phone}` }];
  });
}

const silences = (protocol: Protocol): ReadonlyMap<string, string> => new Map(Object.entries(protocol.meta.silent));

const nameOf = (protocol: Protocol, role: string): string => protocol.roles.get(role)?.name ?? role;

/** How the school numbers an article; its id when a state outlived it. */
export const placeOf = (protocol: Protocol, article: string): string => protocol.byId.get(article)?.place ?? article;

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} of ${parts.at(-1)}`;
}
