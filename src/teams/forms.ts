import type { Values } from '../conversation/event.ts';
import type { Card, Dialog, FieldError } from '../conversation/reply.ts';

/** A form we showed: what it looked like, and the card in the chat it was opened from. */
export type Shown = { readonly dialog: Dialog; readonly clicked: string | undefined };

/**
 * The forms that are open now, by their nonce. A `task/submit` tells neither what the form looked like nor where it was
 * opened from, and both are needed: to show it again with its faults, and to change the card in the chat. What a field was
 * filled with beforehand is not kept: the submit brings what stands in it now. Forgotten after an hour or at a restart;
 * `outbound.ts` copes with that.
 */
export type Forms = {
  remember(shown: Shown): void;
  recall(nonce: string): Shown | undefined;
};

const KEEP_MS = 60 * 60_000;
const MOST = 1000;

export function createForms(now: () => number): Forms {
  const forms = new Map<string, Shown & { readonly at: number }>();
  return {
    remember: (shown) => {
      const form = { ...shown, dialog: { ...shown.dialog, card: withoutText(shown.dialog.card) }, at: now() };
      for (const nonce of noncesIn(form.dialog.card)) {
        forms.delete(nonce);
        forms.set(nonce, form);
      }
      for (const [nonce, { at }] of forms) {
        if (forms.size <= MOST && at + KEEP_MS > now()) break;
        forms.delete(nonce);
      }
    },
    recall: (nonce) => {
      const shown = forms.get(nonce);
      return shown !== undefined && shown.at + KEEP_MS > now() ? shown : undefined;
    },
  };
}

/** The form again, with what was typed in its fields and each fault right above the field it is about. */
export function withFaults(card: Card, values: Values, errors: readonly FieldError[]): Card {
  const left = new Set(errors);
  const fill = (element: unknown): unknown => {
    if (Array.isArray(element)) return element.flatMap((item) => [...faultsOf(item), fill(item)]);
    if (!isObject(element)) return element;
    const filled = Object.fromEntries(Object.entries(element).map(([key, value]) => [key, fill(value)]));
    const typed = isInput(element) ? values[element.id] : undefined;
    return typed === undefined ? filled : { ...filled, value: typed };
  };
  const faultsOf = (element: unknown): Record<string, unknown>[] => {
    if (!isObject(element) || !isInput(element)) return [];
    const here = [...left].filter(({ field }) => field === element.id);
    for (const error of here) left.delete(error);
    return here.map(faultBlock);
  };
  const body = fill(card.body) as Card['body'];
  // Faults about no field in particular go first.
  return { ...card, body: [...[...left].map(faultBlock), ...body] };
}

/** A fault as an element of a card. */
export function faultBlock(error: FieldError): Record<string, unknown> {
  return { type: 'TextBlock', text: error.message, color: 'attention', weight: 'bolder', wrap: true };
}

/** The form with its text fields empty. Choices and dates stay: they are ours, or of no person. */
function withoutText(card: Card): Card {
  const empty = (element: unknown): unknown => {
    if (Array.isArray(element)) return element.map(empty);
    if (!isObject(element)) return element;
    const { value, ...rest } = element;
    const kept = value === undefined || element.type === 'Input.Text' ? rest : element;
    return Object.fromEntries(Object.entries(kept).map(([key, each]) => [key, empty(each)]));
  };
  return empty(card) as Card;
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isInput = (element: Json): element is Json & { id: string } =>
  typeof element.type === 'string' && element.type.startsWith('Input.') && typeof element.id === 'string';

function noncesIn(element: unknown): string[] {
  if (Array.isArray(element)) return element.flatMap(noncesIn);
  if (!isObject(element)) return [];
  const nonce = element.nonce;
  return [...(typeof nonce === 'string' ? [nonce] : []), ...Object.values(element).flatMap(noncesIn)];
}
