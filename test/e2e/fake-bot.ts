import { withFallback } from '../../src/cards/fill.ts';
import { textScreen } from '../../src/cards/text.ts';
import type { What } from '../../src/conversation/event.ts';
import type { Bot, Card, Reply, Screen } from '../../src/conversation/reply.ts';
import { samples, screenOf } from '../cards/screens.ts';

/** A form of every kind of field, until the report brings a real one. */
export const formScreen: Screen = {
  name: 'form',
  summary: 'Vertel wat er is gebeurd.',
  card: {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: 'nl',
    speak: 'Vertel wat er is gebeurd.',
    fallbackText: 'Vertel wat er is gebeurd.',
    body: [
      { type: 'TextBlock', text: 'Alleen je leidinggevende leest dit.', wrap: true, isSubtle: true },
      {
        type: 'Input.Text',
        id: 'wat',
        label: 'Wat is er gebeurd?',
        isMultiline: true,
        isRequired: true,
        errorMessage: 'Vul dit in.',
      },
      {
        type: 'Input.ChoiceSet',
        id: 'wie',
        label: 'Om wie gaat het?',
        style: 'expanded',
        choices: [
          { title: 'Een leerling', value: 'leerling' },
          { title: 'Een collega', value: 'collega' },
        ],
      },
      {
        type: 'Input.ChoiceSet',
        id: 'waar',
        label: 'Waar?',
        style: 'compact',
        placeholder: 'Kies een plek',
        choices: [{ title: 'WhatsApp', value: 'whatsapp' }],
      },
      { type: 'Input.Date', id: 'wanneer', label: 'Wanneer?' },
      { type: 'Input.Toggle', id: 'naam', title: 'Meld zonder mijn naam', value: 'false', valueOff: 'false' },
      {
        type: 'ActionSet',
        actions: [
          withFallback({
            type: 'Action.Execute',
            title: 'Verstuur',
            verb: 'meld-klaar',
            data: { nonce: 'n-1' },
            style: 'positive',
          }),
        ],
      },
    ],
  } satisfies Card,
};

/** "toon …" shows the rest as a title and as a text; anything else is the name of a sample. */
const onLine = (line: string): Screen => {
  if (line.startsWith('toon ')) return textScreen({ title: line.slice(5), text: line.slice(5), steps: [] });
  return screenOf(samples.some(({ file }) => file === `${line}.json`) ? line : 'answer.typical');
};

const show = (screen: Screen): Reply => ({ kind: 'show', screen });

const replies = (what: What): readonly Reply[] => {
  switch (what.kind) {
    case 'home':
      return [show(screenOf('welcome.typical'))];
    case 'text':
      return what.text.split('\n').map((line) => show(onLine(line)));
    case 'submit':
      return what.values.wat === 'fout'
        ? [{ kind: 'field-errors', errors: [{ field: 'wat', message: 'Vertel iets meer.' }] }]
        : [show(screenOf('text.minimal'))];
    case 'action':
      if (what.verb === 'meld') return [{ kind: 'dialog', dialog: { ...formScreen, title: 'Iets melden' } }];
      if (what.verb === 'duim') return [{ kind: 'replace', screen: screenOf('answer.verboden') }];
      if (what.verb === 'toon-artikel') return [show(screenOf('article.typical'))];
      return [show(screenOf('text.typical'))];
    default:
      return [show(screenOf('help.typical'))];
  }
};

/** Answers each line of a text with the sample of that name, and each kind of click with another kind of reply. */
export const fakeBot: Bot = async ({ what }) => replies(what);
