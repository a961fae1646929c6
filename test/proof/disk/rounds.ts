import { setTimeout as wait } from 'node:timers/promises';
import { counted } from '../forms/counting.ts';
import type { Door, Form, Kind, Place, Sent } from '../forms/door.ts';
import type { Fault, Ground } from './faults.ts';

/** What came of forms that were sent while the store failed. */
export type Figures = {
  readonly door: string;
  readonly fault: string;
  /** Forms sent during the fault, and of those how many were confirmed. */
  readonly sent: number;
  readonly confirmed: number;
  /** Not confirmed, and yet something shown says that it is sent or saved. */
  readonly untrue: number;
  /** Not confirmed, without a word that it is not saved, or without the form and what was typed in it. */
  readonly silent: number;
  readonly dropped: number;
  /** Forms that were not confirmed at the first sending after the fault, and those that never were. */
  readonly slow: number;
  readonly never: number;
};

/** All forms together, by what is kept at the end. */
export type Kept = {
  readonly forms: number;
  readonly missing: number;
  readonly twice: number;
  readonly faults: number;
};

export type Round = {
  readonly ground: Ground;
  readonly open: (place: Place) => Promise<Door>;
  /** How often each fault comes. */
  readonly rounds: number;
  /** What else the server is started with: the control. */
  readonly without?: Pick<Place, 'preload' | 'env'>;
};

const KINDS: readonly Kind[] = ['doubt', 'report', 'first'];
const MOST_TRIES = 20;

/** One server through every fault of its ground, never started again: forms before, during and after each. */
export async function through(round: Round): Promise<{ readonly each: readonly Figures[]; readonly kept: Kept }> {
  const { ground, open, rounds, without = { preload: [] } } = round;
  const { folder, env } = ground;
  const door = await open({ folder, preload: without.preload, env: { ...env, ...without.env } });
  const texts: string[] = [];
  const each: Figures[] = [];
  try {
    for (const fault of ground.faults) {
      const all: Tried[] = [];
      for (let n = 0; n < rounds; n += 1) all.push(...(await once(door, fault, n)));
      texts.push(...all.filter(({ kind }) => kind !== 'first').map(({ form }) => form.text));
      each.push(figuresOf(door, fault, all));
    }
  } finally {
    await door.close();
  }
  const { missing, twice, faults } = await counted(folder, door.people, texts, env?.DATABASE_URL);
  return { each, kept: { forms: texts.length, missing, twice, faults } };
}

type Tried = {
  readonly kind: Kind;
  readonly form: Form;
  readonly during: Sent;
  /** How often it had to be sent after the fault; undefined when it never was confirmed. */
  readonly tries: number | undefined;
};

async function once(door: Door, fault: Fault, n: number): Promise<Tried[]> {
  const [person = ''] = door.people;
  const forms: { kind: Kind; form: Form }[] = [];
  for (const kind of KINDS) {
    forms.push({ kind, form: await door.write(person, kind, `${door.name} ${fault.name} ${kind} ${n}`) });
  }
  await fault.begin(door);
  const during: Sent[] = [];
  for (const { form } of forms) during.push(await form.send());
  await fault.end(door);
  const all: Tried[] = [];
  for (const [i, { kind, form }] of forms.entries()) {
    const first = during[i];
    if (first !== undefined) all.push({ kind, form, during: first, tries: await confirmed(form) });
  }
  return all;
}

/** Sends it until it is confirmed, and once more: that must be the same case. */
async function confirmed(form: Form): Promise<number | undefined> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    if ((await form.send()).confirmed) {
      await form.send();
      return tries;
    }
    await wait(100);
  }
  return undefined;
}

function figuresOf(door: Door, fault: Fault, all: readonly Tried[]): Figures {
  const refused = all.filter(({ during }) => !during.confirmed).map(({ during }) => during);
  const count = (fits: (sent: Sent) => boolean) => refused.filter(fits).length;
  return {
    door: door.name,
    fault: fault.name,
    sent: all.length,
    confirmed: all.length - refused.length,
    untrue: count(({ shown }) => claims(shown)),
    silent: count(({ shown }) => !JSON.stringify(shown).includes('nog niet opgeslagen')),
    dropped: count(({ kept }) => !kept),
    slow: all.filter(({ tries }) => tries !== undefined && tries > 1).length,
    never: all.filter(({ tries }) => tries === undefined).length,
  };
}

/** Whether it says that something is sent or saved. */
const claims = (shown: unknown): boolean =>
  /\b(verstuurd|opgeslagen)\b/i.test(JSON.stringify(shown).replaceAll(/nog niet (verstuurd|opgeslagen)/gi, ''));
