import { randomUUID } from 'node:crypto';
import type { Choice } from '../../cards/case-read.ts';
import { type CaseReadData, caseReadScreen } from '../../cards/case-read.ts';
import type { Reply } from '../../conversation/reply.ts';
import { at, type Position } from '../../doubt/engine.ts';
import type { Case, Content } from '../../handover/case.ts';
import { may, relationOf } from '../../handover/may.ts';
import { contextOf, type NoticeContext } from '../cases/context.ts';
import { inDialog } from '../cases/fixed.ts';
import type { Staff } from '../cases/staff.ts';
import { linesOf } from '../cases/typed.ts';
import { caseVerbs, passOnStep, withdrawStep } from '../cases/verbs.ts';
import { decisionsFor, functionOf, isQuestion, momentWords, schoolName, subjectWords } from '../cases/words.ts';
import { fittingTitle } from '../words.ts';

/** The dialog about a doubt, with what people wrote. Ask `read` of the desk first: it checks who asks, and is journalled. */
export function doubtDialog(staff: Staff, kase: Case, content: Content): Reply {
  const context = contextOf(kase, staff.organisation, staff.turn.ports);
  return inDialog(
    isQuestion(kase) ? 'Vraag' : 'Vraag bij twijfel',
    caseReadScreen(readData(staff, kase, content, context)),
  );
}

function readData(staff: Staff, kase: Case, content: Content, context: NoticeContext): CaseReadData {
  const relation = relationOf(kase, staff.actor);
  const open = kase.state === 'open';
  const position = positionOf(staff, kase, content);
  const can = (verb: 'decide' | 'pass-on' | 'withdraw') => open && may(relation, verb, kase.kind);
  return {
    headline: `${subjectWords(kase)} · ${kase.ref}`,
    facts: factsOf(kase, context),
    parts: partsOf(kase, content, relation === 'asker', context),
    soFar: soFar(position),
    decide: can('decide') ? decideData(kase, position, context) : null,
    steps: [...(can('pass-on') ? [passOnStep(kase.ref)] : []), ...(can('withdraw') ? [withdrawStep(kase.ref)] : [])],
  };
}

function factsOf(kase: Case, { organisation }: NoticeContext) {
  return [
    {
      title: 'Van',
      value: `${functionOf(organisation, kase.asker)}, ${schoolName(organisation, kase.location)}`,
    },
    { title: 'Gevraagd', value: momentWords(organisation, new Date(kase.openedAt)) },
  ];
}

function partsOf(
  kase: Case,
  { fields, notes }: Content,
  own: boolean,
  { organisation }: NoticeContext,
): CaseReadData['parts'] {
  const part = (label: string, text: string | undefined) => {
    const lines = linesOf(text ?? '');
    return lines.length === 0 ? [] : [{ label, lines }];
  };
  return [
    ...part(own ? 'Wat je wilt plaatsen' : 'Wat je collega wil plaatsen', fields.draft),
    ...part('Link', fields.link),
    ...part(own ? 'Je vraag' : 'De vraag', fields.question),
    ...notes
      .slice(-2)
      .flatMap(({ verb, by, text }) =>
        part(
          `${isQuestion(kase) && verb === 'decide' ? 'Antwoord van' : (noteWords[verb] ?? 'Van')} ${functionOf(organisation, by)}`,
          text,
        ),
      ),
  ];
}

const noteWords: Readonly<Record<string, string>> = {
  decide: 'Voorwaarden of uitleg van',
  'pass-on': 'Doorgezet door',
};

/** Where the walk ended, if it is still the same walk. */
function positionOf({ turn }: Staff, kase: Case, { fields }: Content): Position | undefined {
  const walk = turn.ports.walks.get(kase.protocol);
  return walk === undefined ? undefined : at(walk, fields.stand ?? '');
}

const soFar = (position: Position | undefined): string =>
  position === undefined || position.kind === 'refused'
    ? ''
    : position.answered.map(({ option }) => option.say).join(' · ');

const forDoubt = { label: 'Je besluit', note: 'Voorwaarden of uitleg (bij “mits” altijd)' };
const forQuestion = { label: 'Wat doe je?', note: 'Je antwoord' };

function decideData(kase: Case, position: Position | undefined, context: NoticeContext): CaseReadData['decide'] {
  // What no article says can rest on none.
  const articles = isQuestion(kase) ? [] : articlesOf(kase, position, context);
  return {
    ...(isQuestion(kase) ? forQuestion : forDoubt),
    kinds: decisionsFor(kase).map(({ kind, title }) => ({ title, value: kind })),
    articles,
    article: (!isQuestion(kase) && presetOf(position)) || '',
    send: {
      title: isQuestion(kase) ? 'Antwoord versturen' : 'Besluit versturen',
      verb: caseVerbs.decide,
      data: { nonce: randomUUID(), ref: kase.ref },
    },
  };
}

/**
 * The article that is chosen already: of a discussion that derails the one about that. Other doubts were put to somebody
 * because no article decides them: which one the decision rests on, only who decides can say.
 */
function presetOf(position: Position | undefined): string | undefined {
  return position?.kind === 'advice' && position.advice.kind === 'ontsporing' ? position.advice.articles[0] : undefined;
}

/** What a decision can rest on: what the advice cited, and the article that made it somebody's to decide. */
function articlesOf(kase: Case, position: Position | undefined, { protocol }: NoticeContext): Choice[] {
  const advice = position?.kind === 'advice' ? [...position.advice.articles, ...position.advice.about] : [];
  const route = kase.recipients.flatMap(({ article }) => (article === undefined ? [] : [article]));
  return [...new Set([...advice, ...route])].flatMap((id) => {
    const article = protocol?.byId.get(id);
    return article === undefined ? [] : [{ title: fittingTitle(`${article.place}: ${article.title}`), value: id }];
  });
}
