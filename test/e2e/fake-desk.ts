import { withFallback } from '../../src/cards/fill.ts';
import { textScreen } from '../../src/cards/text.ts';
import type { What } from '../../src/conversation/event.ts';
import type { Bot, Card, Dialog, Placed, Reply, Screen } from '../../src/conversation/reply.ts';
import type { SentMessage } from '../../src/handover/ports.ts';
import { createClock, createMailbox, type Mailbox, type MovableClock } from '../../src/page/page.ts';
import { screenOf } from '../cards/screens.ts';
import { board } from './board.ts';

const HOUR = 3_600_000;
const REF = 'V-2A3B4C';

const button = (title: string, verb: string, data: Record<string, string>) => ({
  type: 'ActionSet',
  actions: [withFallback({ type: 'Action.Execute', title, verb, data, style: 'positive' })],
});

const screen = (summary: string, body: Card['body']): Screen => ({
  name: 'fake',
  summary,
  card: { type: 'AdaptiveCard', version: '1.5', lang: 'nl', speak: summary, fallbackText: summary, body },
});

const text = (words: string) => ({ type: 'TextBlock', text: words, wrap: true });

/** A notice without text of the case. */
const notice = (words: string): Screen => screen(words, [text(words), button('Openen', 'open-zaak', { ref: REF })]);

const askForm: Dialog = {
  title: 'Vraag het aan iemand',
  ...screen('Vraag het', [
    { type: 'Input.Text', id: 'vraag', label: 'Wat wil je weten?', isMultiline: true },
    button('Verstuur', 'stuur-twijfel', { nonce: 'n-2' }),
  ]),
};

const readForm = (asked: string): Dialog => ({
  title: `Twijfel ${REF}`,
  ...screen('Twijfel', [
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: asked }] },
    {
      type: 'Input.ChoiceSet',
      id: 'besluit',
      label: 'Je besluit',
      style: 'expanded',
      choices: [
        { title: 'Akkoord', value: 'akkoord' },
        { title: 'Niet plaatsen', value: 'niet-plaatsen' },
      ],
    },
    button('Beslis', 'beslis', { ref: REF, nonce: 'n-3' }),
  ]),
});

const said = (words: string) => textScreen({ title: '', text: words, steps: [] });
const show = (shown: Screen): Reply => ({ kind: 'show', screen: shown });
const replace = (shown: Screen): Reply => ({ kind: 'replace', screen: shown });

export type FakeDesk = {
  readonly bot: Bot;
  readonly mailbox: Mailbox;
  readonly clock: MovableClock;
  readonly nextDueAt: () => Promise<Date | undefined>;
  readonly placed: Placed;
};

/**
 * Hands over one case, with the least that the page can tell from the real thing: notices, the asker's own card, a decision, a
 * deputy.
 */
export const fakeDesk = (start = new Date('2026-10-06T07:30:00Z')): FakeDesk => {
  const clock = createClock(() => start);
  const mailbox = createMailbox(clock.now);
  let asked = '';
  let own: SentMessage | undefined;
  let open: { asker: string; sent: SentMessage; since: number; stage: 'new' | 'reminded' | 'deputy' } | undefined;

  const at = (hours: number) => new Date((open?.since ?? 0) + hours * HOUR);
  const tell = async (email: string, shown: Screen): Promise<SentMessage> => {
    const sent = await mailbox.notify({ organisation: board.id, email }, shown);
    if ('refused' in sent) throw new Error('the mailbox refuses nothing');
    return { person: email, ...sent };
  };
  const update = (sent: SentMessage, shown: Screen) =>
    mailbox.update({ organisation: board.id, email: sent.person }, sent, shown);

  clock.onMove(async () => {
    if (open === undefined) return;
    if (open.stage === 'new' && clock.now() >= at(4.5)) {
      open.stage = 'reminded';
      await update(open.sent, notice('Herinnering: iemand wacht op je besluit.'));
    }
    if (open.stage === 'reminded' && clock.now() >= at(9)) {
      open.stage = 'deputy';
      await update(open.sent, said('Dit ligt nu bij je plaatsvervanger.'));
      open.sent = await tell('deputy@bord.example', notice('Een twijfel ligt nu bij jou.'));
      if (own !== undefined) await update(own, said('Je vraag ligt nu bij Teamleider bovenbouw.'));
    }
  });

  const submit = async (what: Extract<What, { kind: 'submit' }>, person: string): Promise<readonly Reply[]> => {
    if (what.verb === 'stuur-twijfel') {
      asked = what.values.vraag ?? '';
      if (asked === 'fout')
        return [{ kind: 'field-errors', errors: [{ field: 'vraag', message: 'Vertel iets meer.' }] }];
      const sent = await tell('leider@bord.example', notice('Iemand twijfelt en vraagt het aan jou.'));
      open = { asker: person, sent, since: clock.now().getTime(), stage: 'new' };
      return [{ kind: 'replace', screen: said('Nog niet plaatsen: Teamleider onderbouw kijkt ernaar.'), case: REF }];
    }
    if (open === undefined) return [show(said('Weg.'))];
    if (own !== undefined) await update(own, said('Verderop staat een nieuwer bericht.'));
    await tell(open.asker, said(`Teamleider onderbouw besloot: ${what.values.besluit}.`));
    open = undefined;
    return [replace(said('Je hebt besloten.'))];
  };

  const act = (verb: string): readonly Reply[] => {
    if (verb === 'vraag-aan') return [{ kind: 'dialog', dialog: askForm }];
    if (verb === 'open-zaak') return [{ kind: 'dialog', dialog: readForm(asked) }];
    return [show(said('Iets anders.'))];
  };

  return {
    clock,
    mailbox,
    placed: async ({ person, channel, conversation, messageId }) => {
      own = { person, channel, conversation, messageId };
    },
    nextDueAt: async () =>
      open === undefined || open.stage === 'deputy' ? undefined : at(open.stage === 'new' ? 4.5 : 9),
    bot: async ({ who, what }) => {
      if (what.kind === 'submit') return submit(what, who.person ?? '');
      if (what.kind === 'action') return act(what.verb);
      if (what.kind === 'home') return [show(screenOf('welcome.typical'))];
      return [
        show(screen('Vraag het', [text('Eerst overleggen.'), button('Vraag het aan …', 'vraag-aan', { s: '1' })])),
      ];
    },
  };
};
