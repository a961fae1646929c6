const syllables = 'ba de fi go hu ka le mi no pu ra se ti vo wu za ber den fil gor'.split(' ');

/** Questions nobody means well with, by what is bad about them. Every one is answered; none may hold up the others. */
export const hostile: readonly { readonly name: string; readonly question: string }[] = [
  { name: '100,000 characters', question: 'mag ik een foto van een leerling op instagram zetten en '.repeat(1_786) },
  { name: 'one long word', question: 'fotoklassenapp'.repeat(7_143) },
  { name: 'one word of one letter', question: 'a'.repeat(100_000) },
  { name: 'emoji', question: '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(6_000) },
  { name: 'stacked accents', question: `e${'\u0301'.repeat(99_999)}` },
  { name: 'markup', question: '<b><a href="https://example.nl/?q=1">*foto*</a></b> [x](y) | # '.repeat(1_600) },
  { name: '4,000 different words', question: Array.from({ length: 4_000 }, (_, i) => invented(i)).join(' ') },
  { name: 'almost a known word, often', question: Array.from({ length: 4_000 }, (_, i) => misspelt(i)).join(' ') },
  { name: 'a look-up without end', question: `artikel ${'1.'.repeat(50_000)}` },
  { name: 'spaces', question: ' \t\n'.repeat(33_333) },
  { name: 'regular expression', question: '(a+)+$ [[[ \\d{1,99999} .* '.repeat(3_500) },
];

/** A word that no dictionary has and that looks like Dutch; another number, another word. */
function invented(number: number): string {
  const { length } = syllables;
  return [number % length, Math.floor(number / length) % length, Math.floor(number / length ** 2) % length]
    .map((i) => syllables[i])
    .join('');
}

/** A known word with a letter changed, so that correcting has the most to do. */
function misspelt(number: number): string {
  const word = ['toestemming', 'leerlingen', 'sociale', 'protocol', 'leidinggevende', 'fotograferen'][number % 6] ?? '';
  const at = 1 + (number % (word.length - 1));
  return `${word.slice(0, at)}${String.fromCharCode(97 + (number % 26))}${word.slice(at + 1)}`;
}
