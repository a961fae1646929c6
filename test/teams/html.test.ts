import { expect, test } from 'vitest';
import { lettersOf } from '../../src/teams/html.ts';

/** Messages as Teams gives them to an action. */
test.each([
  ['lines', '<div><p>Een</p><p>twee<br>drie</p>\n<ul><li>vier</li></ul></div>', 'Een\ntwee\ndrie\nvier'],
  ['a mention', '<div><div><at id="0">Piet de Wit</at>&nbsp;- hoi</div>\n</div>', 'Piet de Wit - hoi'],
  ['a link', '<p>Zie <a href="https://evil.example" title="x">deze foto</a></p>', 'Zie deze foto'],
  ['entities, once', '<p>a &lt;b&gt; &amp;lt; &#39;c&#x27;</p>', "a <b> &lt; 'c'"],
  [
    'an emoji, in both ways',
    '<p>ha <img itemtype="http://schema.skype.com/Emoji" src="x" alt="😀"> <emoji id="x" alt="🙈" title="y"></emoji></p>',
    'ha 😀 🙈',
  ],
  ['a picture is left out', '<p>kijk <img itemtype="http://schema.skype.com/AMSImage" alt="foto" src="x"></p>', 'kijk'],
  ['a file is left out', '<attachment id="a1"></attachment><p>kijk</p>', 'kijk'],
  ['no HTML at all', '1 < 2 en 3 > 2', '1 < 2 en 3 > 2'],
  ['nothing', '', ''],
])('%s', (_, html, letters) => expect(lettersOf(html)).toBe(letters));

test('a text full of beginnings is read at once', () => {
  for (const part of ['<img itemtype="', '<', '<br ', '&#', 'alt="']) {
    expect(lettersOf(part.repeat(40_000)).length).toBeGreaterThan(0);
  }
});
