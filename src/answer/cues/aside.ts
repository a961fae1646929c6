/** "Mijn stagiaire, die nog ruzie had in de app, vraagt of ze …": what is said of whose question is passed on. */
const aside =
  /, (?:die|dat|who) [^,.?!]{1,120},(?= (?:vraagt|vroeg|wil weten|wilde weten|asks|asked|wants to know)\b)/gi;

/** A question without what it says in passing of the person whose question it is. */
export const withoutAside = (question: string): string => question.replace(aside, '');
