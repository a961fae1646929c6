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

/**
 * How a word is spoken, more roughly still: what dialect and haste swallow ("gemaak", "zellef"), stretch ("zeekur", "moar") and
 * weaken ("duideluk"). For words that nobody knows: of the known ones too many are alike.
 */
export function spokenOf(word: string): string {
  return soundOf(
    word
      .replace(/oa/g, 'aa')
      .replace(/uw(?![aeiou])/g, 'u')
      .replace(/qu/g, 'kw')
      .replace(/^sk(?=[aeiour])/, 'sch'),
  )
    .replace(/(?<=l)[iu](?=k)/, 'e')
    .replace(/(?<=[^aeiou])t$/, '')
    .replace(/(?<=[aeiou][lr])[eu](?=[fgkm]$)/, '')
    .replace(/(?<=[^aeiou])u(?=[rl]$)/, 'e');
}
