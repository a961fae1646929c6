import { countIn, type Phrase, type Text, textOf, toPhrase } from './phrases.ts';
import type { ReportKind } from './report.ts';
import type { KindWords } from './schema.ts';

/** Proposes the kind of a report from what somebody tells. A proposal only: who reports sees it and may choose another. */
export type KindReader = {
  /** @returns `anders` when the text does not say it clearly enough */
  readonly propose: (text: string) => ReportKind;
};

const SURE = 2;
const ENOUGH = 2;

type Rules = {
  readonly kind: ReportKind;
  readonly grave: boolean;
  readonly sure: readonly Phrase[];
  readonly maybe: readonly Phrase[];
  readonly not: readonly Phrase[];
};

/** @param knowledge the words of `protocols/reports/kinds.yaml`; of two kinds that are as clear, the first one counts */
export function kindReader(knowledge: KindWords): KindReader {
  const rules: readonly Rules[] = knowledge.kinds.map(({ kind, grave, sure, maybe, not }) => ({
    kind,
    grave,
    sure: sure.map(toPhrase),
    maybe: maybe.map(toPhrase),
    not: not.map(toPhrase),
  }));
  return {
    propose: (text) => clearest(rules, textOf(text)),
  };
}

function clearest(rules: readonly Rules[], text: Text): ReportKind {
  const scored = rules.map((rule) => ({ rule, ...scoreOf(rule, text) }));
  const grave = scored.find(({ rule, sure, score }) => rule.grave && sure > 0 && score > 0);
  if (grave !== undefined) return grave.rule.kind;
  const clear = scored.filter(({ score }) => score >= ENOUGH);
  // What is sure goes before what only adds up; the sort keeps the order of the file.
  const [first] = clear.toSorted((one, other) => other.score - one.score || other.sure - one.sure);
  return first?.rule.kind ?? 'anders';
}

function scoreOf(rule: Rules, text: Text): { readonly sure: number; readonly score: number } {
  if (countIn(rule.not, text) > 0) return { sure: 0, score: 0 };
  const sure = countIn(rule.sure, text);
  return { sure, score: sure * SURE + countIn(rule.maybe, text) };
}
