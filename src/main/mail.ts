import type { Config } from '../config.ts';
import type { ChatLink } from '../mail/letter.ts';
import type { MailCarrier, MailOptions } from '../mail/mail.ts';
import type { Organisations } from '../organisation/load.ts';
import { personByEmail } from '../organisation/people.ts';
import type { Organisation } from '../organisation/schema.ts';
import type { Store } from '../store/store.ts';

/**
 * E-mail for who is reached by no chat. Not in local mode, where the page reaches everybody and the people are made up. Its
 * library is loaded only where it is used.
 */
export async function mailOf(
  config: Config,
  organisations: Organisations,
  log: MailOptions['log'],
  secretFor: Store['secretFor'],
): Promise<MailCarrier | undefined> {
  const { mail, local } = config;
  if (mail === undefined || local) return undefined;
  const [{ createMail }, { createSmtp }, { letterFor }] = await Promise.all([
    import('../mail/mail.ts'),
    import('../mail/smtp.ts'),
    import('../mail/letter.ts'),
  ]);
  return createMail({
    smtp: createSmtp(mail),
    from: mail.from,
    secret: secretFor('e-mail ids'),
    letterTo: ({ organisation, email }) => {
      const file = organisations.byId(organisation);
      if (file === undefined || personByEmail(file, email) === undefined) return undefined;
      const chats = chatsOf(config, file);
      return chats.length === 0 ? undefined : letterFor(file.name, chats);
    },
    log,
    now: Date.now,
  });
}

/** The chat with the bot in Teams, which adds the app where a school allows that; in Slack the workspace. */
export function chatsOf({ teams, slack }: Pick<Config, 'teams' | 'slack'>, organisation: Organisation): ChatLink[] {
  const { platforms } = organisation;
  const workspace = slack && platforms.slack.workspaces[0];
  return [
    ...(teams === undefined || platforms.teams.tenants.length === 0
      ? []
      : [{ app: 'Teams' as const, address: `https://teams.microsoft.com/l/chat/0/0?users=28:${teams.appId}` }]),
    ...(workspace === undefined
      ? []
      : [{ app: 'Slack' as const, address: `https://app.slack.com/client/${workspace}` }]),
  ];
}
