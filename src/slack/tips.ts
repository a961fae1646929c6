import type { Reply, Screen } from '../conversation/reply.ts';

/** What Slack has and other platforms have not, said where somebody looks for what is possible. */

const TIPS = [
  { title: '/protocol met je vraag', text: 'Werkt in elk kanaal. Alleen jij ziet het antwoord, tot je het deelt.' },
  {
    title: 'Bij een bericht van iemand',
    text: 'Kies bij dat bericht “Meer acties” (⋮), en dan “Bij twijfel” of “Meld dit bericht”.',
  },
];

const PLACES: readonly string[] = ['help', 'welcome'];

/** The same replies; the screens that say what can be asked say this too. */
export const withTips = (replies: readonly Reply[]): readonly Reply[] =>
  replies.map((reply) =>
    reply.kind === 'show' && PLACES.includes(reply.screen.name) ? { ...reply, screen: added(reply.screen) } : reply,
  );

/** Before the examples, which a line divides from the rest. */
function added(screen: Screen): Screen {
  const { body } = screen.card;
  const line = body.findIndex(({ separator }) => separator === true);
  const at = line < 0 ? body.length : line;
  return { ...screen, card: { ...screen.card, body: [...body.slice(0, at), ...TIPS.map(tip), ...body.slice(at)] } };
}

const tip = ({ title, text }: (typeof TIPS)[number]) => ({
  type: 'Container',
  items: [
    { type: 'TextBlock', text: title, wrap: true, weight: 'Bolder' },
    { type: 'TextBlock', text, wrap: true, spacing: 'None' },
  ],
});
