import type { Values } from '../../src/conversation/event.ts';
import { type Button, buttonsIn } from './buttons.ts';

/** A form as a card carries it: its fields, and the button that sends it. */
export type Form = { readonly fields: readonly string[]; readonly send: Button };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function fieldsIn(value: unknown): string[] {
  if (!isObject(value)) return [];
  const { type, id } = value;
  const own = typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string' ? [id] : [];
  return [...own, ...Object.values(value).flatMap(fieldsIn)];
}

/** The form with a button of this verb, in a card or in whatever holds one. */
export function formIn(value: unknown, verb: string): Form {
  const send = submitsIn(value).find((button) => button.verb === verb);
  if (send === undefined) throw new Error(`no form to send "${verb}"`);
  return { fields: [...new Set(fieldsIn(value))], send };
}

/** Buttons of both kinds: dialogs in Teams carry Action.Submit, whose verb is in its data. */
function submitsIn(value: unknown): Button[] {
  const submits = (each: unknown): Button[] => {
    if (!isObject(each)) return [];
    const { type, title, data } = each;
    if (type === 'Action.Submit' && isObject(data) && typeof data.verb === 'string') {
      return [{ title: String(title), verb: data.verb, data: data as Values }];
    }
    return Object.values(each).flatMap(submits);
  };
  return [...buttonsIn(value), ...submits(value)];
}

/** What a form sends: its own data, the nonce apart, and what is typed in every field it has. */
export function filledIn({ fields, send }: Form, typed: Values) {
  const { nonce = '', verb: _verb, ...own } = send.data;
  const values = { ...own, ...Object.fromEntries(fields.map((field) => [field, typed[field] ?? ''])) };
  return { kind: 'submit', verb: send.verb, values, nonce } as const;
}

/** Every reference of a case in a text or in whatever holds texts. */
export function referencesIn(value: unknown): string[] {
  return [...new Set(JSON.stringify(value ?? '').match(/\b[VM]-[2-9A-HJ-NP-Z]{6}\b/g) ?? [])];
}

/** What is typed in the checklist before a report is closed: the same of every duty. */
export const allDuties = (answer: 'gedaan' | 'niet' | 'nog'): Values =>
  Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`plicht${i}`, answer]));
