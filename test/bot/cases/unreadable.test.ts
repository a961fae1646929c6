import { expect, test } from 'vitest';
import { peek, withKeyOf } from '../../store/tamper.ts';
import { all, asked, screenIn, wayOf, world } from './world.ts';

/** Cases whose key the server was not given: they are there, and nobody is told otherwise. */

const way = wayOf('calvijn');
const SAID = 'Dit kan nu niet gelezen worden.';

test('who asked and who has it read that it cannot be read now; the other cases go on', async () => {
  const at = await world();
  const locked = await asked(at, way);
  withKeyOf('00000000', at.folder, locked);
  const other = await asked(at, way);
  const [asker, contact] = [at.as(way.asker), at.as(way.contact)];
  for (const [someone, list] of [
    [asker, 'mijn vragen'],
    [contact, 'openstaand'],
  ] as const) {
    const shown = all(await someone.command(list));
    expect(shown).toContain('Eén zaak kan nu niet gelezen worden. Zeg het tegen je beheerder.');
    expect([shown.includes(other), shown.includes(locked)]).toEqual([true, false]);
  }
  const dialog = await contact.click('open-zaak', { ref: locked });
  expect(screenIn(dialog).card.body).toMatchObject([{ text: 'Nu niet te lezen' }, {}]);
  const decision = { ref: locked, besluit: 'akkoord' };
  for (const replies of [
    dialog,
    await contact.click('ontvangen', { ref: locked }),
    await asker.click('trek-in', { ref: locked }),
    await contact.tell({ kind: 'submit', verb: 'beslis', values: decision, nonce: 'n' }),
  ]) {
    expect(all(replies)).toContain(SAID);
    expect(all(replies)).not.toMatch(/opgeslagen|Dit nummer ken ik niet/);
  }
  expect(at.failed.map(({ cause }) => cause)).toEqual(
    Array.from({ length: 4 }, () => expect.objectContaining({ code: 'DATA_KEY_UNKNOWN' })),
  );
  // Delivery goes on with the other one, and comes back to this one.
  const before = at.brought.length;
  await at.later(30);
  expect(at.brought.length).toBeGreaterThan(before);
  withKeyOf(
    String(peek(at.folder, `select substr(wrapped_key, 3, 8) from cases where ref = '${other}'`)),
    at.folder,
    locked,
  );
  expect(all(await contact.click('open-zaak', { ref: locked }))).not.toContain(SAID);
});

test('when it is the only one, nobody reads that there is nothing', async () => {
  const at = await world();
  withKeyOf('00000000', at.folder, await asked(at, way));
  const shown = all(await at.as(way.contact).command('openstaand'));
  expect(shown).toContain('Eén zaak kan nu niet gelezen worden.');
  expect(shown).not.toContain('Er wacht nu niets');
  // To who has nothing to do with it there is nothing.
  const stranger = all(await at.as('docent.geschiedenis').command('openstaand'));
  expect(stranger).toContain('Er wacht nu niets op jou.');
});
