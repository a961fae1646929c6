import type { Route } from '../http/route.ts';

/**
 * The page behind "website", "privacy" and "gebruiksvoorwaarden" in the details of the app in Teams: what the bot does and
 * keeps, for whoever is thinking of using it. Without anything of the school, and without scripts or styles.
 */

const PATH = '/over';

const sections: readonly (readonly [heading: string, ...paragraphs: string[]])[] = [
  [
    'Wat Bij Twijfel doet',
    'Bij Twijfel antwoordt op vragen over sociale media uit het protocol van je school, met de plaats erbij. Staat iets er niet in, dan zegt het dat, en wie het weet.',
    'Twijfel je over een bericht, dan legt het je vraag voor aan wie het protocol noemt. Is er iets gebeurd, dan brengt het je melding bij wie erover gaat. Je ziet vooraf wie het krijgt.',
    'Het beslist niet over mensen, maakt geen profielen en haalt nooit foto’s of bestanden op.',
  ],
  [
    'Wat het bewaart',
    'Wie wat vraagt, vergeet het binnen acht uur.',
    'Heeft je school iemand die het protocol beheert, en een termijn gekozen, dan bewaart het zo lang ook vragen zonder antwoord en vragen met een duim omlaag: zonder wie het vroeg, en zonder de namen en nummers die het erin vindt. Zo ziet de beheerder van het protocol wat erin ontbreekt. Een melding of een twijfel komt daar nooit bij, en een vraag waar anderen meelezen ook niet.',
    'Wat je voorlegt of meldt, wordt versleuteld bewaard, zo lang als je school heeft afgesproken. Alleen wie erover gaat, kan het lezen. Over wie een melding gaat, krijgt die niet te zien.',
    'Een kaart in een chat heeft nooit de tekst van een melding: die staat in een venster, en alleen voor wie die mag lezen.',
  ],
  [
    'Wat je ervan mag verwachten',
    'Een antwoord is geen besluit van je school: het haalt het protocol aan. Is er gevaar, bel dan 112.',
    'Voor vragen over privacy, of om te zien wat er over jou is bewaard: ga naar de functionaris gegevensbescherming van je school.',
  ],
];

const html = `<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Bij Twijfel</title>
<h1>Bij Twijfel</h1>
${sections
  .map(([heading, ...lines]) => `<h2>${heading}</h2>\n${lines.map((line) => `<p>${line}</p>`).join('\n')}`)
  .join('\n')}
</html>
`;

export const aboutRoute: Route = {
  method: 'GET',
  path: PATH,
  handle: async (_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(html);
  },
};
