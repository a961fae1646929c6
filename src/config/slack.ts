import { z } from 'zod';

export type SlackCredentials = {
  readonly botToken: string;
  /** Undefined only beside an app token: then nothing is taken over HTTP. */
  readonly signingSecret: string | undefined;
  /** For Socket Mode. */
  readonly appToken: string | undefined;
  /** Instead of Slack's own address. */
  readonly apiUrl: string | undefined;
};

const variable = (fits: (value: string) => boolean, error: string) =>
  z
    .string()
    .trim()
    .optional()
    .transform((value) => value || undefined)
    .refine((value) => value === undefined || fits(value), { error });

/** The variables of Slack, to be spread in the environment's shape. */
export const slackVariables = {
  SLACK_BOT_TOKEN: variable(
    (value) => /^xox[be]\S+$/.test(value),
    'is not a bot token: copy the Bot User OAuth Token, which begins with xoxb-',
  ),
  SLACK_SIGNING_SECRET: variable(
    (value) => /^\S{16,}$/.test(value),
    'is not a signing secret: copy it from Basic Information, App Credentials',
  ),
  SLACK_APP_TOKEN: variable((value) => /^xapp-\S+$/.test(value), 'is not an app-level token, which begins with xapp-'),
  SLACK_API_URL: variable(
    isApiUrl,
    'must be an https address, or one on this machine; leave it out to use Slack’s own',
  ),
};

type SlackValues = { readonly [Name in keyof typeof slackVariables]?: string | undefined };

/** Our token goes there with every call. */
function isApiUrl(value: string): boolean {
  const url = URL.parse(value);
  if (url === null || url.username !== '') return false;
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback);
}

/** Half of them is a mistake to be named, not local mode. */
export const hasSlack = ({ SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN }: SlackValues): boolean =>
  [SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN].some((value) => value !== undefined);

/** Undefined without Slack; what is missing is added to the faults. */
export function readSlack(values: SlackValues, faults: string[]): SlackCredentials | undefined {
  if (!hasSlack(values)) return undefined;
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = values;
  if (SLACK_BOT_TOKEN === undefined) {
    faults.push(
      'SLACK_BOT_TOKEN: is missing while other Slack variables are set; install the app and copy its bot token',
    );
    return undefined;
  }
  if (signingSecret === undefined && appToken === undefined) {
    faults.push('SLACK_SIGNING_SECRET: is missing; set it, or SLACK_APP_TOKEN for Socket Mode');
  }
  return { botToken: SLACK_BOT_TOKEN, signingSecret, appToken, apiUrl: values.SLACK_API_URL };
}
