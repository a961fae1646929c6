import { describe, expect, test } from 'vitest';
import { all, asked, formOf, wayOf, world } from '../cases/world.ts';

/** What is promised to who waits: that it is asked further only as long as there is somebody. */

describe('a wait for a decision', () => {
  test('with somebody further on says that it is asked further', async () => {
    const at = await world();
    const way = wayOf('calvijn');
    const form = await formOf(at.as(way.asker), way.choices);
    expect(all(form)).toContain('geen antwoord, dan vraag ik het zelf verder.');
    await asked(at, way);
    expect(all(await at.as(way.asker).command('mijn vragen'))).not.toMatch(/herinneren/);
  });

  test('at the end of the line says that there is nobody further, from the form on', async () => {
    const at = await world();
    // For somebody who leads a school there is the bestuur, and after that nobody.
    const asker = at.as('algemeen.directeur');
    const form = await formOf(asker, wayOf('calvijn').choices);
    expect(all(form)).toContain('dan blijf ik elke dag herinneren: verder is er niemand.');
    const sent = await asker.press(form, 'Versturen', { vraag: 'Mag dit?' });
    expect(all(sent)).toContain('daarna blijf ik elke dag herinneren, want verder is er niemand');
    await at.deliver();
    await at.later(48);
    expect(at.as('bestuurder').last().summary).toContain('niemand anders');
  });
});
