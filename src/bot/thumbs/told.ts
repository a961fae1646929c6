import type { Term } from '../../organisation/time.ts';
import type { Turn } from '../turn.ts';
import { keepsHere } from './kept.ts';

/** What people are told of what is kept of their questions. */

const one: Readonly<Record<Term['unit'], string>> = { days: 'dag', months: 'maand', years: 'jaar' };
const many: Readonly<Record<Term['unit'], string>> = { days: 'dagen', months: 'maanden', years: 'jaar' };

/** What is kept, without whom, for whom and how long; undefined where nothing is. */
export function keptWords(turn: Turn): string | undefined {
  const term = turn.organisation?.retention.vragen;
  if (term === undefined || !keepsHere(turn)) return undefined;
  const long = `${term.amount} ${(term.amount === 1 ? one : many)[term.unit]}`;
  return (
    `Een vraag zonder antwoord of met een duim omlaag bewaar ik hooguit ${long}, zonder wie het vroeg en zonder namen en ` +
    'nummers, zodat wie het protocol beheert ziet wat erin ontbreekt.'
  );
}
