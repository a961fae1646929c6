import { expect, test } from 'vitest';
import { createForms, withFaults } from '../../src/teams/forms.ts';

const dialog = {
  name: 'form',
  title: 'Melden',
  summary: 'Melden',
  card: {
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      { type: 'Container', items: [{ type: 'Input.Text', id: 'wat', value: 'zilverreiger', isMultiline: true }] },
      { type: 'Input.ChoiceSet', id: 'nog', value: 'ja', choices: [{ title: 'Ja', value: 'ja' }] },
    ],
    actions: [{ type: 'Action.Submit', title: 'Verder', data: { nonce: 'n1' } }],
  },
} as const;

test('a form is recalled by its nonce, without what its text fields were filled with', () => {
  const forms = createForms(() => 0);
  forms.remember({ dialog, clicked: 'm1' });
  const shown = forms.recall('n1');
  expect(JSON.stringify(shown)).not.toContain('zilverreiger');
  expect(shown).toMatchObject({
    clicked: 'm1',
    dialog: {
      title: 'Melden',
      card: {
        body: [
          { type: 'Container', items: [{ type: 'Input.Text', id: 'wat', isMultiline: true }] },
          { type: 'Input.ChoiceSet', id: 'nog', value: 'ja' },
        ],
        actions: [{ data: { nonce: 'n1' } }],
      },
    },
  });
});

test('shown again, it has what was typed', () => {
  const forms = createForms(() => 0);
  forms.remember({ dialog, clicked: undefined });
  const shown = forms.recall('n1');
  const again = withFaults(shown?.dialog.card ?? dialog.card, { wat: 'ijsvogel' }, [
    { field: 'wat', message: 'Te kort.' },
  ]);
  expect(JSON.stringify(again.body)).toContain('"value":"ijsvogel"');
  expect(JSON.stringify(again.body)).toContain('Te kort.');
});

test('after an hour it is forgotten', () => {
  let now = 0;
  const forms = createForms(() => now);
  forms.remember({ dialog, clicked: undefined });
  now = 60 * 60_000;
  expect(forms.recall('n1')).toBeUndefined();
});
