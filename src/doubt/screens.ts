import { adviceScreen } from '../cards/advice.ts';
import type { CitedStep, Step, Tone } from '../cards/screens.ts';
import { textScreen } from '../cards/text.ts';
import { walkScreen } from '../cards/walk.ts';
import type { Screen } from '../conversation/reply.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { AdviceKind, Check } from './advice.ts';
import { contactLines, type Phones, placeOf } from './consult.ts';
import type { Position, Refusal } from './engine.ts';
import { filled, type Values } from './placeholders.ts';
import type { State } from './state.ts';
import { articleStep, backStep, chooseStep, restartStep, stopStep } from './verbs.ts';

/** What a screen of a walk needs beside the position. */
export type Shown = {
  /** The school's own copy, with its blanks filled. */
  readonly protocol: Protocol;
  readonly phones: Phones;
  /** The function of whoever asks, when the organisation knows it. */
  readonly functie?: string | undefined;
  /** Further buttons under an advice, before our own, such as "Vraag het aan …"; at most three. */
  readonly steps: readonly Step[];
};

const tones: Record<AdviceKind, Tone> = {
  mag: 'good',
  'mag-mits': 'warning',
  'niet-plaatsen': 'attention',
  overleggen: 'warning',
  ontsporing: 'attention',
};

/** What to do this minute when a discussion derails, in any school. */
const NOW: readonly string[] = [
  'Reageer nu niet meer.',
  'Bewaar de link en schrijf op hoe laat het was.',
  'Overleg meteen.',
];

/** The one card of a walk, at any place of it. */
export function positionScreen(position: Position, shown: Shown): Screen {
  switch (position.kind) {
    case 'question':
      return questionScreen(position, shown);
    case 'advice':
      return endScreen(position, shown);
    case 'refused':
      return refusedScreen(position.why);
  }
}

function questionScreen(position: Extract<Position, { kind: 'question' }>, { protocol, ...shown }: Shown): Screen {
  const { state, question, answered } = position;
  const say = (text: string) => filled(text, valuesOf(protocol, shown.functie));
  return walkScreen({
    protocolName: protocol.meta.name,
    soFar: answered.map(({ option }) => say(option.say)).join(' · '),
    question: say(question.ask),
    options: question.options.map((option) => chooseStep(say(option.say), state, option.id)),
    why: citedSteps(protocol, question.why, state),
    back: answered.length === 0 ? null : backStep(state),
    stop: stopStep(state),
  });
}

function endScreen(position: Extract<Position, { kind: 'advice' }>, shown: Shown): Screen {
  const { state, advice } = position;
  const { protocol } = shown;
  const say = (text: string) => filled(text, valuesOf(protocol, shown.functie));
  const line = (check: Check) => `${say(check.text)} (${placeOf(protocol, check.article)})`;
  return adviceScreen({
    badge: advice.badge,
    tone: tones[advice.kind],
    protocolName: `${protocol.meta.name}, ${protocol.meta.school}`,
    headline: say(advice.say),
    text: say(advice.text),
    now: advice.kind === 'ontsporing' ? NOW : [],
    contacts: contactLines(advice, protocol, shown.phones),
    checks: advice.checklist.filter((check) => !check.tip).map((check) => ({ text: `☐ ${line(check)}` })),
    tips: advice.checklist.filter((check) => check.tip).map((check) => ({ text: line(check) })),
    disclaimer:
      advice.disclaimer === undefined
        ? null
        : {
            note: say(advice.disclaimer.note),
            parts: advice.disclaimer.parts.map(({ text, article }) => ({
              text: say(text),
              place: placeOf(protocol, article),
            })),
          },
    articles: citedSteps(protocol, [...advice.articles, ...advice.about], state),
    steps: [...shown.steps, backStep(state), restartStep('Opnieuw beginnen'), stopStep(state)],
  });
}

function valuesOf(protocol: Protocol, functie: string | undefined): Values {
  return { school: protocol.meta.school, functie: functie ?? '[je functie]' };
}

function citedSteps(protocol: Protocol, articles: readonly string[], state: State): CitedStep[] {
  return articles.flatMap((id) => {
    const article = protocol.byId.get(id);
    if (article === undefined) return [];
    const { place, title, short } = article;
    return [{ place, title, short, step: articleStep(title, state, id) }];
  });
}

/** A card of before: the walk begins again rather than guesses. */
function refusedScreen(why: Refusal): Screen {
  const text =
    why === 'changed'
      ? 'De vragen zijn veranderd sinds je hieraan begon. Begin opnieuw, dan klopt het weer.'
      : 'Deze knop past niet bij waar je was. Begin gerust opnieuw.';
  return textScreen({ title: '', text, steps: [restartStep('Begin opnieuw')] });
}

/** After "Stoppen": nothing was kept. */
export function stoppedScreen(): Screen {
  return textScreen({
    title: '',
    text: 'Gestopt. Ik heb niets bewaard. Twijfel je later weer, typ dan “twijfel”.',
    steps: [restartStep('Opnieuw beginnen')],
  });
}
