import type { What } from './event.ts';

/** Commands that look up a place ("artikel C.3") and those that take any words; the others stand alone. */
const WITH_PLACE: readonly string[] = ['artikel', 'hoofdstuk'];
const WITH_WORDS: readonly string[] = ['zoek'];

const LONGEST_PLACE = 40;

/**
 * The command a text is, or null when it is ordinary language; a command may be two words, which then stand alone: "artikel C.3" is one, "protocol zegt wat over foto's?" and
 * "artikel 3, geldt dat ook thuis?" are not.
 */
export function readCommand(text: string, commands: readonly string[]): { name: string; argument: string } | null {
  const whole = text
    .trim()
    .replace(/^\//, '')
    .replace(/[.!?]$/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  if (whole.includes(' ') && commands.includes(whole)) return { name: whole, argument: '' };
  const match = /^\/?(\p{L}+)(?:\s+([\s\S]+))?[.!?]?$/u.exec(text.trim());
  if (match === null) return null;
  const name = (match[1] ?? '').toLowerCase();
  const argument = (match[2] ?? '').trim();
  return commands.includes(name) && fits(name, argument) ? { name, argument } : null;
}

/** What somebody typed, as a command when it is one: the same words do the same in every channel. */
export function typed(text: string, commands: readonly string[]): What {
  const command = readCommand(text, commands);
  return command === null ? { kind: 'text', text } : { kind: 'command', ...command };
}

function fits(name: string, argument: string): boolean {
  if (WITH_WORDS.includes(name)) return true;
  if (WITH_PLACE.includes(name)) return argument.length <= LONGEST_PLACE && !/[?\n]/.test(argument);
  return argument === '';
}
