import type { Values } from '../conversation/event.ts';
import { fieldOf } from './blocks/inputs.ts';
import { readMetadata } from './blocks/metadata.ts';
import type { State, ViewPayload } from './shapes.ts';
import type { OpenView, ShownView } from './surface.ts';

/** What stands in the modals and buttons that Slack gives back: a guess of whoever sent it, until it is looked up. */

/** What a modal tells of itself. */
export function openView(view: ViewPayload): OpenView {
  const blocks = Object.keys(view.state?.values ?? {});
  return {
    id: view.id,
    hash: view.hash,
    metadata: readMetadata(view.private_metadata ?? ''),
    fields: blocks.flatMap((block) => fieldOf(block) ?? []),
    shown: shownIn(view),
  };
}

function shownIn({ title, submit, close, private_metadata, callback_id, blocks }: ViewPayload): ShownView | undefined {
  if (title === undefined || blocks === undefined) return undefined;
  return { title, submit, close, private_metadata, callback_id, blocks };
}

/** What is typed and chosen; several choices with commas between, as Adaptive Cards gives them. */
export function valuesIn(state: State): Values {
  const found = Object.values(state).flatMap((actions) =>
    Object.entries(actions).map(([name, given]): [string, string] => {
      const several = given.selected_options?.map(({ value }) => value).join(',');
      return [name, given.value ?? given.selected_option?.value ?? several ?? given.selected_date ?? ''];
    }),
  );
  return Object.fromEntries(found.filter(([name]) => /^[a-z][a-zA-Z0-9]*$/.test(name)));
}

/** The data of a button, as strings; anything else was not made by us. */
export function dataOf(value: string | undefined): Values {
  try {
    const parsed: unknown = JSON.parse(value ?? '{}');
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return {};
    const entries = Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return Object.fromEntries(entries.filter(([name]) => name !== '__proto__'));
  } catch {
    return {};
  }
}
