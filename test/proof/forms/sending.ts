import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Counted, counted } from './counting.ts';
import type { Door, Form, Place } from './door.ts';
import { pageDoor } from './page.ts';
import { slackDoor } from './slack.ts';
import { teamsDoor } from './teams.ts';

/** What came of many forms at one door. */
export type Figures = Counted & {
  readonly door: string;
  readonly forms: number;
  /** How often a form was sent, all in all. */
  readonly sent: number;
  readonly restarts: number;
  /** Sendings that were not confirmed. */
  readonly unconfirmed: number;
  /** Forms that were not confirmed with the same reference each time. */
  readonly other: number;
};

export type Round = {
  readonly forms: number;
  /** So many forms are written and sent, and then the server is started again. */
  readonly batch: number;
  /** Whether it is: what is to be shown may not need that. */
  readonly restarted?: boolean;
  readonly preload?: readonly string[];
  readonly said?: (line: string) => void;
  /** Told as soon as a door is done. */
  readonly counted?: (figures: Figures) => void;
  /** Absent: each. */
  readonly doors?: readonly DoorName[];
};

const ways = { page: pageDoor, teams: teamsDoor, slack: slackDoor } as const;

export type DoorName = keyof typeof ways;

export const doorNames: readonly DoorName[] = ['page', 'teams', 'slack'];

/** A third of the forms by the page of a server in local mode, a third by Teams, a third by Slack; see `through`. */
export async function sendEach(round: Round): Promise<readonly Figures[]> {
  const third = { ...round, forms: Math.ceil(round.forms / doorNames.length) };
  const all: Figures[] = [];
  for (const name of round.doors ?? doorNames) {
    const figures = await through(ways[name], third);
    round.counted?.(figures);
    all.push(figures);
  }
  return all;
}

type Written = Form & { readonly shown: (readonly string[])[] };

/**
 * Sends each form four times: twice at once, as a double click does, later once more, and once after the server was started
 * again. Doubts and reports in turn.
 */
async function through(open: (place: Place) => Promise<Door>, round: Round): Promise<Figures> {
  const { forms, batch, restarted = true, preload = [], said } = round;
  const folder = mkdtempSync(join(tmpdir(), 'bij-twijfel-forms-'));
  try {
    const door = await open({ folder, preload });
    const all: Written[] = [];
    let restarts = 0;
    while (all.length < forms) {
      const rows = rowsOf(door, Math.min(batch, forms - all.length), all.length);
      await Promise.all(rows.map((row) => writeAndSend(door, row)));
      if (restarted) {
        // Orderly and by force, in turn.
        await door.restart(restarts % 2 === 0 ? 'kill' : 'stop');
        restarts += 1;
      }
      await Promise.all(rows.map((row) => inOrder(row.written, sendOnce)));
      all.push(...rows.flatMap(({ written }) => written));
      said?.(`${door.name}: ${all.length} of ${forms} forms, ${restarts} restarts`);
    }
    await door.close();
    const sendings = all.flatMap(({ shown }) => shown);
    return {
      door: door.name,
      forms: all.length,
      sent: sendings.length,
      restarts,
      unconfirmed: sendings.filter((refs) => refs.length === 0).length,
      other: all.filter(({ shown }) => !haveOneInCommon(shown)).length,
      ...(await counted(
        { folder },
        door.people,
        all.map(({ text }) => text),
      )),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Planned = { readonly person: string; readonly texts: readonly string[]; readonly written: Written[] };

function rowsOf({ people, name }: Door, count: number, from: number): Planned[] {
  const texts = Array.from({ length: count }, (_, i) => `${name} formulier ${from + i}`);
  return people.map((person, at) => ({
    person,
    texts: texts.filter((_, i) => i % people.length === at),
    written: [],
  }));
}

async function writeAndSend(door: Door, { person, texts, written }: Planned): Promise<void> {
  for (const [i, text] of texts.entries()) {
    const form = await door.write(person, i % 2 === 0 ? 'doubt' : 'report', text);
    const shown = await Promise.all([form.send(), form.send()]);
    written.push({ ...form, shown: shown.map(({ refs }) => refs) });
  }
  await inOrder(written, sendOnce);
}

const sendOnce = async (form: Written): Promise<void> => void form.shown.push((await form.send()).refs);

const haveOneInCommon = ([first = [], ...others]: readonly (readonly string[])[]): boolean =>
  first.some((ref) => others.every((refs) => refs.includes(ref)));

async function inOrder<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  for (const each of all) await work(each);
}
