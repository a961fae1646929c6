import { setTimeout as wait } from 'node:timers/promises';
import { referencesIn } from '../../fakes/forms.ts';
import { type Closed, type Counted, counted, lookedAt } from '../forms/counting.ts';
import type { Door, Form, Kind, Place, Sent } from '../forms/door.ts';
import type { Fault, Ground } from './faults.ts';

/** What came of forms that were sent while the store failed. */
export type Figures = {
  readonly door: string;
  readonly fault: string;
  /** Forms sent during the fault, and of those how many were confirmed: those are not sent again. */
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
  /** Cases that somebody acted on during the fault, how often that was confirmed, and how often not even afterwards. */
  readonly acted: number;
  readonly actsConfirmed: number;
  readonly actsNever: number;
  /** Questions about the protocol that got no answer during the fault. */
  readonly unanswered: number;
};

/** All forms together, by what is kept at the end; `undone` are acts that were confirmed and are in no journal. */
export type Kept = Pick<Counted, 'missing' | 'twice' | 'faults'> & { readonly forms: number; readonly undone: number };

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
  const books: Books = { texts: [], known: new Set() };
  const each: Figures[] = [];
  const acts: Acted[] = [];
  try {
    for (const fault of ground.faults) {
      const all: Once[] = [];
      for (let n = 0; n < rounds; n += 1) all.push(await once(door, fault, `${door.name} ${fault.name} ${n}`, books));
      each.push(figuresOf(door, fault, all, books.known));
      acts.push(...all.flatMap((one) => one.acts));
    }
  } finally {
    await door.close();
  }
  const place = { folder, databaseUrl: env?.DATABASE_URL };
  const { missing, twice, faults } = await counted(place, door.people, books.texts);
  return { each, kept: { forms: books.texts.length, missing, twice, faults, undone: await undoneOf(place, acts) } };
}

type Tried = Written & {
  readonly during: Sent;
  /** How often it had to be sent after the fault; undefined when it never was confirmed. */
  readonly tries: number | undefined;
};

/** Verbs that were confirmed. */
type Acted = { readonly ref: string; readonly during: readonly string[]; readonly after: readonly string[] };
type Once = { readonly forms: readonly Tried[]; readonly acts: readonly Acted[]; readonly answered: boolean };

/** What each form holds that makes a case, and every reference that came with a confirmation. */
type Books = { readonly texts: string[]; readonly known: Set<string> };

async function once(door: Door, fault: Fault, name: string, books: Books): Promise<Once> {
  const { forms, refs } = await prepared(door, name, books);
  const act = async (ref: string) => (await door.act?.(ref)) ?? [];
  await fault.begin(door);
  const sent: (Written & { readonly during: Sent })[] = [];
  for (const each of forms) sent.push({ ...each, during: await each.form.send() });
  const acts: Acted[] = [];
  for (const ref of refs) acts.push({ ref, during: await act(ref), after: [] });
  const answered = (await door.answers?.()) ?? true;
  await fault.end(door);
  const tried: Tried[] = [];
  for (const each of sent)
    tried.push({ ...each, tries: each.during.confirmed ? 0 : await confirmed(each.form, books.known) });
  const done: Acted[] = [];
  for (const each of acts) done.push({ ...each, after: each.during.length > 0 ? each.during : await act(each.ref) });
  return { forms: tried, acts: done, answered };
}

type Written = { readonly kind: Kind; readonly form: Form };

/** Forms that are filled in, and where the door has who acts on them, cases that wait for that. */
async function prepared(door: Door, name: string, { texts, known }: Books) {
  const [person = ''] = door.people;
  const written = async (kind: Kind, text: string): Promise<Form> => {
    if (kind !== 'first') texts.push(text);
    return door.write(person, kind, text);
  };
  const refs: string[] = [];
  for (const kind of door.act === undefined ? [] : (['doubt', 'report'] as const)) {
    const form = await written(kind, `${name} ${kind} before`);
    refs.push(...noted(await form.send(), known).refs.slice(0, 1));
  }
  const forms: Written[] = [];
  for (const kind of KINDS) forms.push({ kind, form: await written(kind, `${name} ${kind}`) });
  return { forms, refs };
}

function undoneOf(place: Closed, acts: readonly Acted[]): Promise<number> {
  return lookedAt(place, async ({ cases }) => {
    let undone = 0;
    for (const { ref, after } of acts) {
      const verbs = new Set((await cases.journalOf(ref)).map(({ verb }) => String(verb)));
      undone += after.filter((verb) => !verbs.has(verb)).length;
    }
    return undone;
  });
}

/** Sends it until it is confirmed, and once more: that must be the same case. */
async function confirmed(form: Form, known: Set<string>): Promise<number | undefined> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    if (noted(await form.send(), known).confirmed) {
      noted(await form.send(), known);
      return tries;
    }
    await wait(100);
  }
  return undefined;
}

function noted(sent: Sent, known: Set<string>): Sent {
  for (const ref of sent.refs) known.add(ref);
  return sent;
}

function figuresOf(door: Door, fault: Fault, rounds: readonly Once[], known: ReadonlySet<string>): Figures {
  const all = rounds.flatMap(({ forms }) => forms);
  const acts = rounds.flatMap((each) => each.acts);
  const refused = all.filter(({ during }) => !during.confirmed).map(({ during }) => during);
  const count = (fits: (sent: Sent) => boolean) => refused.filter(fits).length;
  return {
    door: door.name,
    fault: fault.name,
    sent: all.length,
    confirmed: all.length - refused.length,
    untrue: count((sent) => claims(sent, known)),
    silent: count(({ shown }) => !JSON.stringify(shown).includes('nog niet opgeslagen')),
    dropped: count(({ kept }) => !kept),
    slow: all.filter(({ tries }) => tries !== undefined && tries > 1).length,
    never: all.filter(({ tries }) => tries === undefined).length,
    acted: acts.length,
    actsConfirmed: acts.filter(({ during }) => during.length > 0).length,
    actsNever: acts.filter(({ after }) => after.length === 0).length,
    unanswered: rounds.filter(({ answered }) => !answered).length,
  };
}

/** Whether something says that it is sent or saved. What comes of a case that is there was true before. */
function claims({ shown }: Sent, known: ReadonlySet<string>): boolean {
  const news = shown.filter((each) => referencesIn(each).every((ref) => !known.has(ref)));
  return /\b(verstuurd|opgeslagen)\b/i.test(JSON.stringify(news).replaceAll(/nog niet (verstuurd|opgeslagen)/gi, ''));
}
