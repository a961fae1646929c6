/** What may follow a command: nothing, something short to look up, or anything at all. */
export type Command = { readonly name: string; readonly argument: 'none' | 'short' | 'any' };

/** The words staff can start a message with. Any other message is a question or a story. */
export const COMMANDS: readonly Command[] = [
  { name: 'help', argument: 'none' },
  { name: 'home', argument: 'none' },
  { name: 'protocol', argument: 'none' },
  { name: 'twijfel', argument: 'none' },
  { name: 'meld', argument: 'none' },
  { name: 'artikel', argument: 'short' },
  { name: 'hoofdstuk', argument: 'short' },
  { name: 'zoek', argument: 'any' },
];

const LONGEST_PLACE = 40;

/**
 * The command a text is, or null when it is ordinary language: "artikel C.3" is one, "protocol zegt wat over foto's?" and
 * "artikel 3, geldt dat ook thuis?" are not.
 */
export function readCommand(text: string, commands: readonly Command[]): { name: string; argument: string } | null {
  const match = /^\/?(\p{L}+)(?:\s+([\s\S]+))?[.!?]?$/u.exec(text.trim());
  if (match === null) return null;
  const [, word = '', argument = ''] = match;
  const command = commands.find(({ name }) => name === word.toLowerCase());
  return command !== undefined && fits(command, argument) ? { name: command.name, argument: argument.trim() } : null;
}

function fits(command: Command, argument: string): boolean {
  if (command.argument === 'none') return argument === '';
  if (command.argument === 'any') return true;
  return argument.length <= LONGEST_PLACE && !/[?\n]/.test(argument);
}
