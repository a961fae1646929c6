import { randomUUID } from 'node:crypto';
import type { What } from '../../../src/conversation/event.ts';
import type { Reply } from '../../../src/conversation/reply.ts';
import { type Button, buttonsIn } from '../../fakes/buttons.ts';
import { filledIn, formIn } from '../../fakes/forms.ts';

/** Somebody on the page of a running server, through real HTTP. */
export type Visitor = { tell(what: What): Promise<readonly Reply[]> };

/** The form of a doubt or a report, sent: the same every time it is sent again. */
export type Letter = Extract<What, { kind: 'submit' }>;

export function visitor(url: string, as: string, protocol: string): Visitor {
  const session = randomUUID();
  return {
    tell: async (what) => {
      const response = await fetch(`${url}/page/event`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ session, protocol, as, what }),
        signal: AbortSignal.timeout(10_000),
      });
      if (!response.ok) throw new Error(`the page answered ${response.status}`);
      const { replies } = (await response.json()) as { replies: readonly Reply[] };
      return replies;
    },
  };
}

const clicked = ({ verb, data }: Button): What => ({ kind: 'action', verb, data });

/** Through the walk, along every option, to the first button that puts the doubt to somebody. */
export async function toAsking(page: Visitor): Promise<Button> {
  const waiting: What[] = [{ kind: 'command', name: 'twijfel', argument: '' }];
  for (let what = waiting.shift(); what !== undefined; what = waiting.shift()) {
    const buttons = buttonsIn(await page.tell(what));
    const asking = buttons.find(({ verb }) => verb === 'vraag-aan');
    if (asking !== undefined) return asking;
    const options = buttons.filter(({ data }) => 'keuze' in data || 'kies' in data);
    waiting.push(...options.map(clicked));
  }
  throw new Error('no way through the walk leads to somebody');
}

/** Opens the form and fills it in. */
export async function write(page: Visitor, asking: Button, question: string): Promise<Letter> {
  const form = formIn(await page.tell(clicked(asking)), 'stuur-twijfel');
  return filledIn(form, { vraag: question, draft: `Bericht: ${question}` });
}

/** Fills in the form of a report, up to the last button: what was typed then waits in the store. */
export async function tellOf(page: Visitor, what: string): Promise<Letter> {
  const form = formIn(await page.tell({ kind: 'command', name: 'meld', argument: '' }), 'meld-verder');
  const check = await page.tell(filledIn(form, { wat: what, waar: 'de groepsapp', speelt: 'ja' }));
  return filledIn(formIn(check, 'meld-verstuur'), {});
}
