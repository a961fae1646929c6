import fc from 'fast-check';

/** What hostile or broken clients put where something else belongs. */

const nasty = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must stay as it is
  '${1+1}',
  '{{evil}}',
  '<!channel>',
  '<at>Bij Twijfel</at>',
  '**vet** [hier](javascript:alert(1))',
  "'; drop table cases; --",
  '__proto__',
  'constructor',
  'a'.repeat(4000),
  'é'.repeat(3000),
  '🙂'.repeat(500),
  '['.repeat(2000),
  'V-222222',
  'M-222222',
  'calvijn',
  'docent.wiskunde@voorbeeld.example',
] as const;

export const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.lorem({ maxCount: 60 }) },
);

/** Any JSON, objects with awkward names among it. */
export const anything = fc.oneof(
  { weight: 2, arbitrary: text },
  { weight: 2, arbitrary: fc.constantFrom(null, true, 0, -1, 1e308, [], {}, [[]], { __proto__: null }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

/** The bot's own verbs, old ones, and what nobody ever made. */
export const verb = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'vraag',
      'kies-school',
      'kies',
      'terug',
      'duim',
      'duim-woord',
      'duim-stuur',
      'help',
      'toon-protocol',
      'toon-hoofdstuk',
      'toon-artikel',
      'twijfel',
      'twijfel-kies',
      'twijfel-terug',
      'twijfel-hier',
      'twijfel-artikel',
      'twijfel-stop',
      'vraag-aan',
      'stuur-twijfel',
      'open-zaak',
      'ontvangen',
      'beslis',
      'doorzet-vraag',
      'doorzetten',
      'trek-in',
      'zaak',
      'ververs',
      'meld',
    ),
  },
  { weight: 1, arbitrary: text },
);

const field = fc.constantFrom(
  'ref',
  'stand',
  'keuze',
  'artikel',
  'article',
  'protocol',
  'chapter',
  'answer',
  'school',
  'besluit',
  'toelichting',
  'naar',
  'reden',
  'vraag',
  'draft',
  'link',
  'uit',
  'op',
  'wat',
  'waar',
  'over',
  'begin',
  'stap',
  'bestanden',
  '__proto__',
);

/** Data of a button or a form: our fields, with anything in them. */
export const values = (inside: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> =>
  fc.dictionary(field, inside, { maxKeys: 6 });
