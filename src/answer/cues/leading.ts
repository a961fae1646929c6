const leading =
  /\b(als|ik ben|ben ik|rol van|functie van|wij als|mijn rol als)( een| de| het)?( lid van de| lid van het)? (directeur|directie|teamleider|leidinggevende|schoolleider|schoolleiding|bestuurder|bestuurslid|bestuur|rector|conrector|adjunct|locatieleider|locatiedirecteur|afdelingsleider|unitleider|bouwcoordinator|directielid)\b/;

/** Whether the asker says to lead others, for protocols that ask more of leaders. */
export function speaksAsLeader(words: readonly string[]): boolean {
  return leading.test(words.join(' '));
}
