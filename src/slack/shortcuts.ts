import type { Values, What } from '../conversation/event.ts';
import { shortened } from './blocks/text.ts';
import { lettersOf } from './letters.ts';
import type { MessageShortcut } from './shapes.ts';

/** Ids of the shortcuts, as the manifest has them. They are stored at Slack: never rename one. */
export const shortcuts = {
  doubt: 'twijfel',
  report: 'meld',
  doubtMessage: 'twijfel-bericht',
  reportMessage: 'meld-bericht',
} as const;

/** What the forms hold of a text; the link leads to the rest. */
const MOST = { doubt: 2400, report: 2900 } as const;

const command = (name: string): What => ({ kind: 'command', name, argument: '' });

/** A global shortcut does what the word does. */
export const fromShortcut = (id: string): What => command(id === shortcuts.report ? 'meld' : 'twijfel');

/** A message that somebody picked: its text and a link to it are filled in, never its files. */
export function fromMessage(payload: MessageShortcut): What {
  const text = lettersOf(payload.message.text ?? '');
  const link = linkTo(payload);
  const along = (payload.message.files ?? []).length > 0 ? { bestanden: 'ja' } : undefined;
  if (payload.callback_id === shortcuts.reportMessage) return reportOf(text, link, along);
  return { kind: 'action', verb: 'vraag-aan', data: { draft: shortened(text, MOST.doubt), link, ...along } };
}

/** The form for a report with what is known of it filled in; "" is not known. */
export const reportOf = (text: string, where: string, along: Values = {}): What => ({
  kind: 'action',
  verb: 'meld',
  data: { wat: shortened(text, MOST.report), waar: where, ...along },
});

/** As Slack's own "Copy link" gives it; '' when the workspace has no address that we know. */
function linkTo({ team, channel, message }: MessageShortcut): string {
  const { domain = '' } = team ?? {};
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(domain)) return '';
  const path = `https://${domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`;
  const { thread_ts: thread } = message;
  return thread === undefined || thread === message.ts ? path : `${path}?thread_ts=${thread}&cid=${channel.id}`;
}
