import type { CaseKind } from '../../src/handover/case.ts';
import type { Command } from '../../src/handover/commands.ts';
import { type Relation, relations, type Verb, verbs } from '../../src/handover/may.ts';
import { email, everybodysCase, everybodysReport, recipient } from './world.ts';

/** Who may do what: the whole table once more, written out by hand. x is allowed. */
const header = `open receive decide pass-on withdraw start ask answer release-name note exclude tick close export
                delivered deliver-failed escalate hold release-hold`;
export const grids: Readonly<Record<CaseKind, Readonly<Record<Relation, string>>>> = {
  doubt: {
    //                  open rec dec pass with | start ask ans name note excl tick close exp | del fail esc hold release
    asker: '            x    .   .   .    x      .     .   .   .    .    .    .    .     .     .   .    .   .    .',
    'recipient-now': '  x    x   x   x    .      .     .   .   .    .    .    .    .     .     .   .    .   .    .',
    'recipient-beside': '.   .   .   .    .      .     .   .   .    .    .    .    .     .     .   .    .   .    .',
    'recipient-before': 'x   .   x   .    .      .     .   .   .    .    .    .    .     .     .   .    .   .    .',
    excluded: '         .    .   .   .    .      .     .   .   .    .    .    .    .     .     .   .    .   .    .',
    administrator: '    .    .   .   .    .      .     .   .   .    .    .    .    .     .     .   .    .   .    .',
    stranger: '         .    .   .   .    .      .     .   .   .    .    .    .    .     .     .   .    .   .    .',
    system: '           .    .   .   .    .      .     .   .   .    .    .    .    .     .     x   x    x   x    x',
  },
  report: {
    asker: '            x    .   .   .    .      .     .   x   x    .    .    .    .     .     .   .    .   .    .',
    'recipient-now': '  x    x   .   x    .      x     x   .   .    x    x    x    x     x     .   .    .   .    .',
    'recipient-beside': 'x   x   .   .    .      .     .   .   .    x    x    x    .     .     .   .    .   .    .',
    'recipient-before': 'x   .   .   .    .      .     .   .   .    .    .    .    .     .     .   .    .   .    .',
    excluded: '         .    .   .   .    .      .     .   .   .    .    .    .    .     .     .   .    .   .    .',
    administrator: '    .    .   .   .    .      .     .   .   .    .    .    .    .     .     .   .    .   .    .',
    stranger: '         .    .   .   .    .      .     .   .   .    .    .    .    .     .     .   .    .   .    .',
    system: '           .    .   .   .    .      .     .   .   .    .    .    .    .     .     x   x    x   x    x',
  },
};

/** Something that everybody who may can do to `madeUp`. */
export const commands: Readonly<Record<Verb, Command>> = {
  open: { verb: 'open' },
  receive: { verb: 'receive' },
  decide: { verb: 'decide', kind: 'akkoord' },
  'pass-on': { verb: 'pass-on', to: recipient('bestuur'), reason: 'Dit is van jou' },
  withdraw: { verb: 'withdraw' },
  start: { verb: 'start' },
  ask: { verb: 'ask', text: 'Waar was dat?' },
  answer: { verb: 'answer', text: 'In de kantine' },
  'release-name': { verb: 'release-name' },
  note: { verb: 'note', text: 'Gebeld' },
  exclude: { verb: 'exclude', emails: [email('nog-iemand')] },
  tick: { verb: 'tick', duty: 'ouders', state: 'done' },
  close: { verb: 'close', outcome: 'gesprek', feedback: 'We hebben gepraat.' },
  export: { verb: 'export' },
  delivered: { verb: 'delivered', person: email('adjunct'), stage: 'notify' },
  'deliver-failed': { verb: 'deliver-failed', person: email('adjunct'), stage: 'notify', permanent: true },
  escalate: { verb: 'escalate', person: email('adjunct') },
  hold: { verb: 'hold', by: email('bestuur') },
  'release-hold': { verb: 'release-hold', by: email('bestuur') },
};

export const columns = header.trim().split(/\s+/);
export const marksOf = (row: string) => row.trim().split(/\s+/);
export const kinds = ['doubt', 'report'] as const;
export type Cell = {
  readonly kind: CaseKind;
  readonly relation: Relation;
  readonly verb: Verb;
  readonly allowed: boolean;
};
/** Every kind, relation and verb. */
export const cells: readonly Cell[] = kinds.flatMap((kind) =>
  relations.flatMap((relation) =>
    verbs.map((verb) => {
      const allowed = marksOf(grids[kind][relation])[columns.indexOf(verb)] === 'x';
      return { kind, relation, verb, allowed };
    }),
  ),
);
/** A case in which everybody has a part. */
export const madeUp = { doubt: everybodysCase, report: everybodysReport };
