import type { What } from '../conversation/event.ts';
import type { Screen } from '../conversation/reply.ts';
import { noticeScreen } from './blocks/notice.ts';
import { told } from './conversing.ts';
import { type Doing, type Moment, outgoing } from './doing.ts';
import { answer } from './outbound.ts';

/** `/meldingen`: what waits for somebody and what they reported, as one message. */

const ASKED = ['openstaand', 'mijn meldingen'];

export async function overview(doing: Doing, at: Moment): Promise<void> {
  const screens: Screen[] = [];
  for (const name of ASKED.filter((each) => doing.commands.includes(each))) {
    const replies = await told(doing, at, command(name));
    screens.push(...replies.flatMap((reply) => (reply.kind === 'show' ? [reply.screen] : [])));
  }
  const screen = asOne(screens);
  if (screen !== undefined) await answer([{ kind: 'show', screen }], outgoing(doing, at, command('openstaand')));
}

const command = (name: string): What => ({ kind: 'command', name, argument: '' });

/** A list with nothing in it is left out: somebody who leads nobody has nothing that waits. */
export const hasRows = ({ card }: Screen): boolean => card.body.some(({ type }) => type === 'ColumnSet');

/** What is no list, such as a refusal, is said once. */
function asOne(screens: readonly Screen[]): Screen | undefined {
  const other = screens.find(({ name }) => name !== 'list');
  if (other !== undefined || screens.length === 0) return other;
  const [first, ...more] = screens.filter(hasRows);
  if (first === undefined) return nothing();
  const body = [
    ...first.card.body,
    ...more.flatMap(
      ({
        card: {
          body: [top, ...rest],
        },
      }) => [ruled(top), ...rest],
    ),
  ];
  return { ...first, card: { ...first.card, body }, summary: [first, ...more].map(({ summary }) => summary).join(' ') };
}

const ruled = (element: Readonly<Record<string, unknown>> | undefined) => ({ ...element, separator: true });

const nothing = (): Screen =>
  noticeScreen('list', 'Er wacht niets op jou, en je hebt nog niets gemeld.', 'Wil je iets melden? Dat kan met /meld.');
