import { referencesIn } from '../fakes/forms.ts';
import { lettersIn } from '../fakes/slack/letters.ts';
import type { School } from '../fakes/slack/school.ts';
import { buttonsIn, type Someone } from '../fakes/slack/someone.ts';
import type { Message, Modal } from '../fakes/slack/state.ts';

/** What tests of whole flows do again and again. */

export const letters = (value: unknown): string => lettersIn(value).join('\n');

/** The messages in somebody's own chat, as they read them. */
export const seen = (who: Someone): string[] => who.messages().map(({ blocks }) => letters(blocks));

/** Every reference of a case that somebody has in their chat. */
export const refsIn = (who: Someone): string[] => referencesIn(seen(who).map((text) => text.split('\n')));

export const blocksOf = (on: Message | Modal): unknown => ('view' in on ? on.view.blocks : on.blocks);

export function modalOf(who: Someone): Modal {
  const modal = who.modal();
  if (modal === undefined) throw new Error(`${who.user.email} has no modal open`);
  return modal;
}

/** Clicks, and lets everything that comes of it happen. */
export async function click(school: School, who: Someone, on: Message | Modal | 'home', title: string): Promise<void> {
  await who.clicks(on, title);
  await school.settle();
}

/** Sends the open form, and lets everything that comes of it happen; what Slack was told. */
export async function submit(school: School, who: Someone, typed: Readonly<Record<string, string>>): Promise<unknown> {
  const { body } = await who.submits(typed);
  await school.settle();
  return body;
}

/** Clicks a way through a walk that stands in a message or a modal; where it ended. */
export async function walked(
  school: School,
  who: Someone,
  choices: string,
  where: () => Message | Modal,
): Promise<Message | Modal> {
  for (const choice of choices.split(' ')) {
    const on = where();
    const option = buttonsIn(blocksOf(on)).find(({ value }) => JSON.parse(value).keuze === choice);
    if (option === undefined) throw new Error(`no choice ${choice}`);
    await click(school, who, on, option.title);
  }
  return where();
}

/** Reports with the whole form, unfolded; what stood in the check before it was sent, and the reference. */
export async function reportedBy(
  school: School,
  who: Someone,
  told: Readonly<Record<string, string>>,
  answer: Readonly<Record<string, string>> = {},
): Promise<{ readonly check: string; readonly ref: string }> {
  await who.command('/meld');
  await school.settle();
  await click(school, who, modalOf(who), 'Meer invullen');
  await submit(school, who, told);
  const check = letters(modalOf(who).view);
  const before = refsIn(who);
  await submit(school, who, answer);
  const [ref = ''] = refsIn(who).filter((each) => !before.includes(each));
  return { check, ref };
}
