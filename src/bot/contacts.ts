import type { ContactLine } from '../cards/screens.ts';
import type { NamedContact, Protocol } from '../protocol/protocol.ts';
import { pupilOf } from '../protocol/pupil.ts';
import type { ContactCase } from '../protocol/schema.ts';
import { capital, listed } from './words.ts';

/** What one does with a contact, by case. `{wie}` becomes the roles, `{snel}` how soon. */
const sentences: Record<ContactCase, string> = {
  twijfel: 'overleg{snel} met {wie}',
  ontsporing: 'neem{snel} contact op met {wie}',
  misstand: 'meld het{snel} bij {wie}',
  strafbaar: 'leg het{snel} voor aan {wie}',
  grensoverschrijdend: 'leg het{snel} voor aan {wie}',
  verwijderen: 'vraag het{snel} aan {wie}',
  hulp: 'vraag{snel} hulp aan {wie}',
  onvoorzien: 'leg het{snel} voor aan {wie}',
  maatregel: 'maatregelen neemt {wie}',
  aanbod: 'meld het{snel} bij {wie}',
  toestemming: 'vraag toestemming aan {wie}',
};

/** The same where it is pupils who do it: staff read it, who are often the ones they ask. */
const ofPupils: Partial<Record<ContactCase, string>> = {
  hulp: '{leerlingen} vragen{snel} hulp aan {wie}',
  toestemming: '{leerlingen} vragen toestemming aan {wie}',
};

/** Who is to do something of their own accord, by what that is; whether they must is for the article to say. */
const deeds: Readonly<Record<string, string>> = {
  aangifte: 'aangifte bij de politie is aan {wie}',
  verwijderen: 'over laten verwijderen gaat {wie}',
  maatregel: 'maatregelen neemt {wie}',
  beslissen: '{wie} beslist',
  melden: 'de school meldt het bij {wie}',
};

/** When a contact stands under an answer to another question: what it is there for. */
const conditions: Partial<Record<ContactCase, string>> = {
  twijfel: 'Twijfel je? ',
  ontsporing: 'Loopt een gesprek uit de hand? ',
  misstand: 'Zie je iets dat niet door de beugel kan? ',
};

/** "Twijfel je? Overleg met de directie (D.1)." for contacts beside an answer, which nobody asked for yet. */
export function contactsBeside(protocol: Protocol, contacts: readonly NamedContact[]): ContactLine[] {
  const once = contacts.filter((contact, i) => contacts.findIndex(same(protocol, contact)) === i);
  return once.map((contact) => line(protocol, contact, conditions[contact.case] ?? ''));
}

/** "Neem meteen contact op met je leidinggevende (C.2)." for each contact, saying when it is only for work or in private. */
export function contactLines(protocol: Protocol, contacts: readonly NamedContact[]): ContactLine[] {
  const several = new Set(contacts.map((contact) => contact.situation ?? 'beide')).size > 1;
  const lines = contacts.map((contact) => line(protocol, contact, several ? situationStart(contact) : ''));
  return lines.filter(({ text }, i) => lines.findIndex((each) => each.text === text) === i);
}

/** An article may name the same people for several cases, and staff read one sentence. */
const same = (protocol: Protocol, one: NamedContact) => (other: NamedContact) =>
  other.article === one.article && sentence(protocol, other) === sentence(protocol, one);

/** The contacts of whom a sentence does not say already that they are there. */
export const unnamedIn = (
  said: string,
  protocol: Protocol,
  contacts: readonly NamedContact[],
): readonly NamedContact[] =>
  contacts.filter(({ roles }) => !namesOf(protocol, roles).every((name) => said.includes(name)));

const namesOf = (protocol: Protocol, roles: readonly string[]): readonly string[] =>
  roles.map((role) => protocol.roles.get(role)?.name ?? role);

function line(protocol: Protocol, contact: NamedContact, start: string): ContactLine {
  const place = protocol.byId.get(contact.article)?.place ?? contact.article;
  const said = sentence(protocol, contact);
  const text = start === '' || start.endsWith('? ') ? `${start}${capital(said)}` : `${start}${said}`;
  return { text: `${text} (${place}).`, place };
}

function sentence(protocol: Protocol, contact: NamedContact): string {
  const who = listed(namesOf(protocol, contact.roles), contact.order === 'volgorde' ? 'en daarna' : 'of');
  const soon = contact.soon === undefined ? '' : contact.soon === 'meteen' ? ' meteen' : ' zo snel mogelijk';
  const pupils = contact.audience?.every((each) => each === 'leerling') === true ? ofPupils[contact.case] : undefined;
  const sentence = deeds[contact.act ?? ''] ?? pupils ?? sentences[contact.case];
  const { many } = pupilOf(protocol.meta);
  return sentence.replace('{leerlingen}', many).replace('{wie}', who).replace('{snel}', soon);
}

function situationStart(contact: NamedContact): string {
  if (contact.situation === 'werk') return 'Op je werk: ';
  return contact.situation === 'prive' ? 'In je eigen tijd: ' : '';
}
