/**
 * How a Dutch word sounds, roughly: words with the same sound are spelled alike but for what people mix up when they write by
 * ear ("twijvel", "belangryk", "wachtwoort", "sosjale", "filme").
 */
export function soundOf(word: string): string {
  return word
    .replace(/sch(?=[aeiou])/g, 'sg')
    .replace(/tie(?=[sf]?$)/g, 'sie')
    .replace(/sch|sh/g, 's')
    .replace(/sj/g, 'si')
    .replace(/ch/g, 'g')
    .replace(/ij|ei|y/g, 'i')
    .replace(/ou|au/g, 'u')
    .replace(/ie/g, 'i')
    .replace(/oe/g, 'u')
    .replace(/c(?=[iey])/g, 's')
    .replace(/ck|c|q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/ph|v/g, 'f')
    .replace(/z/g, 's')
    .replace(/th/g, 't')
    .replace(/d(?=t?$)/g, 't')
    .replace(/b$/g, 'p')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=e)n$/, '')
    .replace(/h(?![aeiou])/g, '');
}
