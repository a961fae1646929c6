import type { Values } from '../conversation/event.ts';
import type { AskedBefore, Remembered } from '../conversation/memory.ts';
import type { Reply, Screen } from '../conversation/reply.ts';
import { verbs } from '../doubt/verbs.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { answered, ask } from './asking.ts';
import { doubtAction } from './cases/cases.ts';
import { thumbVerbs } from './cases/verbs.ts';
import * as fixed from './fixed.ts';
import { chapterScreen, wholeArticle, wholeProtocol } from './lookups.ts';
import { schoolOf, whichSchool } from './school.ts';
import { lineForm, thumb } from './thumbs/thumbs.ts';
import { replace, show, type Turn } from './turn.ts';
import { walkOn, walkVerbs } from './walking.ts';
import { helpTo, welcomeTo } from './welcoming.ts';

/**
 * What a clicked button does. `data` was written by us but may have been changed by whoever clicked: it is only ever looked
 * up, and what is not found answers with a screen that says so. Verbs live in messages for years: never rename one.
 */
export async function act(turn: Turn, verb: string, data: Values): Promise<readonly Reply[]> {
  switch (verb) {
    case 'vraag':
      return answered(turn, data.vraag ?? '');
    case 'kies-school':
      return [replace(await chooseSchool(turn, data.school ?? ''))];
    case 'kies':
      return [replace(await choose(turn, data))];
    case 'terug':
      return [replace(await back(turn, data.answer ?? ''))];
    case thumbVerbs.thumb:
      return thumb(turn, data);
    case thumbVerbs.lineForm:
      return lineForm(turn, data);
    case 'help':
      return [show(helpTo(turn))];
    default:
      return doubtAction(turn, verb, data) ?? [byProtocol(turn, verb, data)];
  }
}

const byProtocol = (turn: Turn, verb: string, data: Values): Reply =>
  walkVerbs.has(verb) ? walkReply(turn, verb, data) : open(turn, verb, data);

/** The walk is one card that changes; beginning one under an answer leaves the answer standing. */
function walkReply(turn: Turn, verb: string, data: Values): Reply {
  const screen = walkOn(turn, verb, data);
  return verb === verbs.begin && data.opnieuw === undefined ? show(screen) : replace(screen);
}

async function chooseSchool(turn: Turn, chosen: string): Promise<Screen> {
  const { question, ...rest }: Remembered = { ...turn.remembered, protocol: chosen };
  const school = schoolOf(turn.event, rest, turn.ports);
  if (school === undefined) return whichSchool(turn.event, turn.ports);
  await turn.ports.memory.remember(turn.event.where.conversation, rest);
  const next = { ...turn, remembered: rest, school };
  return question === undefined ? welcomeTo(next) : ask(next, question);
}

function choose(turn: Turn, data: Values): Promise<Screen> | Screen {
  const asked = askedBefore(turn, data.answer);
  if (asked === undefined) return fixed.forgotten();
  const { audience, situation } = data;
  return ask(turn, asked.question, {
    ...asked,
    ...(audience === 'medewerker' || audience === 'leerling' || audience === 'ouder' ? { audience } : {}),
    ...(situation === 'werk' || situation === 'prive' ? { situation } : {}),
  });
}

function back(turn: Turn, key: string): Promise<Screen> | Screen {
  const asked = askedBefore(turn, key);
  return asked === undefined ? fixed.forgotten() : ask(turn, asked.question, asked);
}

function askedBefore({ remembered }: Turn, key: string | undefined): AskedBefore | undefined {
  return remembered.asked?.find((each) => each.key === key);
}

/** The protocol a button belongs to: that of the own school as the school has it, or another one as it stands. */
function protocolOf({ school, ports }: Turn, id: string | undefined): Protocol | undefined {
  return id === undefined || id === school?.id ? school : ports.protocol(id);
}

function open(turn: Turn, verb: string, data: Values): Reply {
  const { event, ports } = turn;
  const school = protocolOf(turn, data.protocol);
  if (school === undefined) return show(whichSchool(event, ports));
  if (verb === 'toon-protocol') return show(wholeProtocol(school));
  if (verb === 'toon-hoofdstuk') {
    const chapter = school.chapters.find((each) => each.id === data.chapter);
    return chapter === undefined ? show(fixed.gone()) : replace(chapterScreen(school, chapter));
  }
  if (verb !== 'toon-artikel') return show(fixed.gone());
  const article = school.byId.get(data.article ?? '');
  return article === undefined ? show(fixed.gone()) : replace(wholeArticle(school, article, data.answer));
}
