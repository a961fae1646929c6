import { expect, test } from 'vitest';
import { openCase, type Request } from '../../src/handover/opening.ts';
import { email, MONDAY, opened, recipient, request, rules } from './world.ts';

test('the asker is never asked: the level above is', () => {
  const { case: kase } = opened({ asker: email('teamleider') });
  expect(kase.recipients).toMatchObject([
    { role: 'directeur', via: 'next-level' },
    { role: 'bestuur', via: 'next-level' },
  ]);
});

test('nobody twice, nobody excluded', () => {
  const recipients = ['ict', 'teamleider', 'ict', 'directeur'].map(recipient);
  const { case: kase } = opened({ recipients, excluded: [email('teamleider')] });
  expect(kase.recipients.map(({ role }) => role)).toEqual(['ict', 'directeur']);
});

test('nobody at all is said, not kept', () => {
  const excluded = ['teamleider', 'directeur', 'bestuur'].map(email);
  expect(openCase({ ...request, excluded }, 'V-222222', MONDAY, rules)).toBeUndefined();
  expect(openCase({ ...request, recipients: [] }, 'V-222222', MONDAY, rules)).toBeUndefined();
});

test('who sends it knows of it, also when the route excludes them', () => {
  expect(opened({ excluded: [email('docent'), email('betrokkene')] }).case.excluded).toEqual([email('betrokkene')]);
});

test('nothing else that a caller carries along gets into the case', () => {
  const wide: Request & { question: string } = { ...request, question: 'Mag deze foto?' };
  expect(JSON.stringify(openCase(wide, 'V-222222', MONDAY, rules))).not.toContain('foto');
});
