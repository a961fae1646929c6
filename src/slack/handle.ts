import { refusalOf } from './api-error.ts';
import { READ_ALL } from './blocks/message.ts';
import { noticeScreen } from './blocks/notice.ts';
import { converse } from './conversing.ts';
import { ask, type Doing, eventOf, type Moment, outgoing, whoIs } from './doing.ts';
import type { Admitted } from './guard.ts';
import { homeAsks, homeView } from './home.ts';
import { toInbound } from './inbound.ts';
import { kindOf } from './log.ts';
import { answer } from './outbound.ts';
import { overview } from './overview.ts';
import { share } from './share.ts';
import type { ViewAnswer } from './submission.ts';
import { createSubmit, type Within } from './submitting.ts';
import type { Asked, Surface } from './surface.ts';

/**
 * Handles an admitted request to its end. Never rejects.
 * @param answered called once for a form that was sent, as soon as it is known what Slack is told
 */
export type Handle = (admitted: Admitted, answered: (body: ViewAnswer) => void) => Promise<void>;

export function createHandle(doing: Doing, within: Within): Handle {
  const submit = createSubmit(doing, within);

  const handle: Handle = async (admitted, answered) => {
    const inbound = toInbound(admitted.payload, admitted.team, doing.commands);
    if (inbound === undefined) return;
    const { surface, asks } = inbound;
    const sent = surface.at === 'modal' && surface.sent;
    if (sent) await submit(admitted, inbound, surface.view, answered);
    const at: Moment = { admitted, inbound, who: await whoIs(doing, admitted, inbound) };
    if (!sent) await carryOut(at, asks);
    if (asks.kind !== 'home' && isFromHome(surface)) await publish(doing, at);
  };

  const carryOut = (at: Moment, asks: Asked): Promise<void> => {
    switch (asks.kind) {
      case 'home':
        return publish(doing, at);
      case 'overview':
        return overview(doing, at);
      case 'whole':
        return readAll(doing, at, asks.key);
      case 'share':
        return share(doing, at, asks.question);
      case 'bot':
        return converse(doing, at, asks.whats, asks.share);
    }
  };

  return (admitted, answered) =>
    handle(admitted, answered).catch((error: unknown) => {
      doing.log.error({ reason: kindOf(error) }, 'A Slack request could not be handled.');
    });
}

/** The home tab shows what was done on it, or in a modal that was opened there. */
const isFromHome = (surface: Surface): boolean =>
  surface.at === 'home' || (surface.at === 'modal' && surface.view.metadata.home === true);

async function publish(doing: Doing, at: Moment): Promise<void> {
  const { api, commands, drawing, log } = doing;
  const known = at.who.email !== undefined;
  const answers = [];
  for (const what of homeAsks(known, commands)) answers.push(await ask(doing, eventOf(at, what)));
  const view = homeView(answers, known, commands, drawing);
  await api.publish(at.inbound.contact.user, view).catch((error: unknown) => {
    log.warn({ reason: refusalOf(error).code }, 'A home tab could not be filled.');
  });
}

/** The whole of a message that was too long, to whoever asks for it alone. */
function readAll(doing: Doing, { inbound, ...rest }: Moment, key: string): Promise<void> {
  const gone = () => noticeScreen('gone', 'Dit weet ik niet meer.', 'Stel je vraag nog een keer, dan zoek ik opnieuw.');
  const { place: _place, ...own } = inbound;
  const alone: Moment = { ...rest, inbound: { ...own, surface: { at: 'nowhere' } } };
  const what = { kind: 'action', verb: READ_ALL, data: {} } as const;
  return answer([{ kind: 'show', screen: doing.whole.find(key) ?? gone() }], outgoing(doing, alone, what));
}
