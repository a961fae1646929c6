import { setTimeout as wait } from 'node:timers/promises';
import type { Bot, Placed } from '../conversation/reply.ts';
import type { Route } from '../http/route.ts';
import { type Api, createApi } from './api.ts';
import { refusalOf } from './api-error.ts';
import { createBolt } from './bolt.ts';
import { createCarrier, type SlackCarrier } from './carrier.ts';
import { createDoor } from './door.ts';
import { createDrawing } from './drawing.ts';
import { openView } from './given-back.ts';
import type { Workspaces } from './guard.ts';
import { createHandle } from './handle.ts';
import type { Log } from './log.ts';
import type { Refreshed } from './outgoing.ts';
import type { Pace } from './pacing.ts';
import { createPersons, type Directory } from './person.ts';
import { createRoute } from './route.ts';
import type { ViewSubmission } from './shapes.ts';
import { createSocket } from './socket.ts';
import { notSaved } from './submission.ts';
import type { Within } from './submitting.ts';
import { createWhole } from './whole.ts';
import { within as waiting } from './within.ts';

export type SlackSettings = {
  readonly botToken: string;
  /** Proves that a request is Slack's; absent, nothing is taken over HTTP. */
  readonly signingSecret: string | undefined;
  /** Opens a socket; absent, Slack posts to us. */
  readonly appToken: string | undefined;
  /** Another address than Slack's own. */
  readonly apiUrl: string | undefined;
};

export type SlackOptions = {
  readonly settings: SlackSettings;
  /** Gives the organisation of a workspace, or null. */
  readonly workspaces: Workspaces;
  readonly bot: Bot;
  readonly log: Log;
  /** Who is in the organisation file; absent, everybody is a stranger to it. */
  readonly directory?: Directory;
  /** Told of each card that stands for a case. */
  readonly placed?: Placed;
  /** Told of each case that somebody did something to in a modal. */
  readonly refreshed?: Refreshed;
  /** The words that are a command at the start of a message. */
  readonly commands: readonly string[];
  /** For tests: time. */
  readonly pace?: Pace;
  readonly within?: Within;
};

/** The Slack channel: the route to mount, the socket to start, and the way to write without being asked. */
export type Slack = {
  readonly route: Route | undefined;
  readonly carrier: SlackCarrier;
  /** Connects, where a socket is used, and tells the operator when Slack does not take the token. */
  start(): Promise<void>;
  /** Takes nothing more, and resolves when what came in is done. */
  stop(): Promise<void>;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
};

const realPace: Pace = { now: Date.now, wait: (ms) => wait(ms) };

/**
 * Answers `POST /slack/events`, or a socket: refuses what is not Slack's or of no workspace of ours (`guard.ts`), turns the
 * rest into Events for the bot, and its Replies into messages, modals and home tabs (`outbound.ts`, `submission.ts`).
 */
export function createSlack(options: SlackOptions): Slack {
  const {
    settings,
    workspaces,
    bot,
    log,
    directory,
    placed,
    refreshed,
    commands,
    pace = realPace,
    within = waiting,
  } = options;
  const { botToken: token, signingSecret, appToken, apiUrl: url } = settings;
  const api = createApi({ token, url, log, pace });
  const whole = createWhole(pace.now);
  const drawing = createDrawing(whole, log);
  const persons = directory && createPersons(directory, api.member, log, pace.now);
  const handle = createHandle({ bot, api, drawing, whole, persons, placed, refreshed, commands, log }, within);
  const bolt = createBolt({ token, url, handle, log });
  const unanswered = ({ view }: ViewSubmission) => notSaved(openView(view), drawing);
  const door = createDoor({ bolt, workspaces, unanswered, within, now: pace.now });
  const socket = appToken === undefined ? undefined : createSocket({ appToken, url, door, log, pace });
  return {
    route: signingSecret === undefined ? undefined : createRoute(door, signingSecret, log, pace.now),
    carrier: createCarrier(
      api,
      drawing.message,
      async (person, team) => (await workspaces(team)) === person.organisation,
      pace.now,
    ),
    start: async () => {
      await introduce(api, workspaces, log);
      await socket?.start();
    },
    stop: async () => {
      await socket?.stop();
      await door.settled();
    },
    settled: door.settled,
  };
}

/** Tells the operator, at once, what would otherwise show as a bot that does not answer. */
async function introduce(api: Api, workspaces: Workspaces, log: Log): Promise<void> {
  try {
    const workspace = await api.workspace();
    if ((await workspaces(workspace)) !== null) return;
    log.error({ workspace }, 'No organisation file names this workspace: add it under platforms, slack, workspaces.');
  } catch (error) {
    const { code } = refusalOf(error);
    log.error({ reason: code }, 'Slack does not take SLACK_BOT_TOKEN: nothing can be answered there.');
  }
}
