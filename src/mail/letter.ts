/** Where the chat is, for the people of one organisation. */
export type ChatLink = { readonly app: 'Teams' | 'Slack'; readonly address: string };

/** What an e-mail says, apart from to whom. */
export type Letter = { readonly subject: string; readonly text: string };

/**
 * The one e-mail there is, the same for everybody about everything: others read along in a mailbox, so it tells nothing of what
 * waits, of whom, or why this person gets it.
 * @param organisation as its file names it
 */
export function letterFor(organisation: string, links: readonly ChatLink[]): Letter {
  const text = `Hallo,

Er staat iets voor je klaar in Bij Twijfel, de chat van ${organisation} over sociale media.

Open de chat:
${links.map(({ app, address }) => `${app}: ${address}`).join('\n')}

Typ daar: openstaand
Heb je zelf iets gevraagd of gemeld? Typ dan: mijn vragen, of: mijn meldingen

Waar het over gaat, lees je alleen in de chat. Je krijgt deze e-mail omdat de chat je nog niet kan bereiken.
Typ je daar één keer iets, dan krijg je voortaan alles daar.

Antwoord niet op deze e-mail: niemand leest het.
`;
  return { subject: 'Er staat iets voor je klaar in Bij Twijfel', text };
}
