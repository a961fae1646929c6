import type { Recipient } from './case.ts';

/** What the hand-over must know of the organisation, as plain functions: it looks nobody up itself. */

/** `werkdag` is working time: half of one lasts half a working day. `uur` is real time: urgent does not wait for Monday. */
export type Deadline = { readonly amount: number; readonly unit: 'werkdag' | 'uur' };

/** The working hours of one location, in the school's own time zone. */
export type Calendar = {
  /** The moment at which a deadline that begins at `at` is over; `amount` may be a fraction. Always later than `at`. */
  addWorking(at: Date, deadline: Deadline): Date;
  isWorkingTime(at: Date): boolean;
};

/** Who comes next. Persons by e-mail; undefined when there is nobody. Need not watch for exclusions or circles. */
export type Line = {
  deputyOf(email: string): Recipient | undefined;
  /** The leidinggevende of somebody, or the bestuur; undefined for the last one. */
  nextLevelOf(email: string): Recipient | undefined;
};

export type Rules = {
  readonly calendar: Calendar;
  /** How long somebody has to answer before it goes on. */
  readonly deadline: Deadline;
  readonly line: Line;
  /** Who gets urgent cases first outside working hours. */
  readonly crisis?: Recipient;
};
