import { readdirSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { act, send, settle } from '../../src/handover/desk.ts';
import { keyFrom, randomKey, seal, unseal, unsealJson } from '../../src/store/seal.ts';
import {
  email,
  MONDAY,
  ORGANISATION,
  opened as opening,
  person,
  recipient,
  reporting,
  rules,
} from '../handover/world.ts';
import { foundIn } from './found-in.ts';
import { freshFolder, type Opened, openIn } from './place.ts';
import { peek, tamper } from './tamper.ts';

const MARK = 'KANARIE-q7Zx-Mag-deze-foto-van-Sanne';
const SUBJECT = 'betrokkene-kanarie@voorbeeld.nl';
const REF = 'V-7K3F9Q';

async function withText(folder: string): Promise<Opened> {
  const it = await openIn(folder);
  const { case: kase, ...rest } = opening({ excluded: [SUBJECT] }, REF);
  const content = { fields: { question: MARK, draft: `${MARK} `.repeat(500), link: `https://${MARK}` }, notes: [] };
  await it.store.cases.create({ case: kase, ...rest }, content, `nonce ${MARK}`);
  const note = { verb: 'decide', by: email('teamleider'), at: MONDAY.toISOString(), text: MARK };
  await it.store.cases.change(REF, 1, { case: kase, journal: [], rows: [], note });
  await it.store.drafts.keep({ organisation: ORGANISATION, email: email('docent') }, 'k', { question: MARK }, 60_000);
  return it;
}

describe('text of a case', () => {
  test('is in none of the files, while they are in use and after closing', async () => {
    const folder = freshFolder();
    const it = await withText(folder);
    expect(readdirSync(folder).toSorted()).toEqual(['bij-twijfel.db', 'bij-twijfel.db-shm', 'bij-twijfel.db-wal']);
    expect(foundIn(folder, REF)).toContain('bij-twijfel.db-wal');
    expect(foundIn(folder, MARK)).toEqual([]);
    expect(foundIn(folder, SUBJECT)).toEqual([]);
    await it.store.close();
    expect(foundIn(folder, REF)).toEqual(['bij-twijfel.db']);
    expect(foundIn(folder, MARK)).toEqual([]);
  });

  test('is in no error', async () => {
    const folder = freshFolder();
    const it = await withText(folder);
    const { cases } = it.store;
    const good = opening({}, 'V-222222');
    const content = { fields: { question: MARK }, notes: [] };
    const breakages: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['drop table journal', () => cases.create(good, content, MARK)],
      [`update cases set content = substr(content, 1, 60)`, () => cases.content(REF)],
      [`update cases set wrapped_key = '1.x.y.z'`, () => cases.load(REF)],
      [
        `update drafts set sealed = substr(sealed, 1, 60)`,
        () => it.store.drafts.read({ organisation: ORGANISATION, email: email('docent') }, 'k'),
      ],
      ['drop table cases', () => cases.create(good, content, MARK)],
    ];
    for (const [statement, run] of breakages) {
      tamper(folder, statement);
      const error = await run().then(
        () => undefined,
        (cause: unknown) => cause,
      );
      expect(error, statement).toMatchObject({ name: 'StoreError' });
      expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('KANARIE');
    }
  });

  test('is gone from the files with its key when the case is erased', async () => {
    const folder = freshFolder();
    const it = await withText(folder);
    const wrapped = String(peek(folder, `select wrapped_key from cases where ref = '${REF}'`));
    const sealed = String(peek(folder, `select content from cases where ref = '${REF}'`)).slice(0, 200);
    expect(foundIn(folder, wrapped)).not.toEqual([]);
    await it.store.cases.erase(REF);
    expect([foundIn(folder, wrapped), foundIn(folder, sealed), foundIn(folder, REF)]).toEqual([[], [], []]);
  });

  test('has a key of its own: two cases with the same text share nothing', async () => {
    const folder = freshFolder();
    const it = await openIn(folder);
    const content = { fields: { question: MARK }, notes: [] };
    for (const ref of ['V-222222', 'V-333333']) await it.store.cases.create(opening({}, ref), content, ref);
    const parts = ['V-222222', 'V-333333'].map((ref) =>
      String(peek(folder, `select content from cases where ref = '${ref}'`)).split('.'),
    );
    expect(parts[0]?.[1]).not.toBe(parts[1]?.[1]);
    expect(parts[0]?.[3]).not.toBe(parts[1]?.[3]);
  });
});

describe('people of a case', () => {
  test('are named in none of the files: who reported, who has it or had it, whom it is about, who is told', async () => {
    const folder = freshFolder();
    const it = await openIn(folder);
    const { cases, drafts } = it.store;
    const now = () => it.now;
    const desk = { cases, clock: now, rulesFor: () => rules };
    const asked = {
      ...reporting,
      recipients: [recipient('teamleider'), recipient('ict')],
      beside: [[recipient('fg')]],
      excluded: [SUBJECT],
      subject: 'kanarie-soort',
    };
    const sent = await send(desk, asked, { fields: {}, notes: [] }, 'n');
    if (sent.kind !== 'sent') throw new Error('Nobody to ask');
    const { ref } = sent.case;
    await drafts.keep({ organisation: ORGANISATION, email: asked.asker }, 'k', {}, 60_000);
    const everybody = ['docent', 'teamleider', 'fg', 'conrector'].map(email);
    for (const each of everybody) {
      const conversation = `conversation-with-${each}`;
      await cases.rememberMessage(ref, { person: each, channel: 'teams', conversation, messageId: `m-${each}` });
    }
    await act(desk, ref, person('fg'), { verb: 'exclude', emails: [email('teamleider')] });
    await act(desk, ref, person('ict'), { verb: 'pass-on', to: recipient('conrector'), reason: MARK });
    for (const due of await cases.claimDue(MONDAY, 1_000, 10)) {
      await settle(desk, due, { verb: 'delivered', person: due.person, stage: due.stage }, MONDAY);
    }
    expect((await cases.messagesOf(ref)).map((card) => card.person).toSorted()).toEqual(everybody.toSorted());
    expect(await cases.verifyJournal()).toMatchObject({ cases: 1, faults: [] });
    const names = ['ict', ...everybody.map((each) => each.replace('@voorbeeld.nl', ''))];
    for (const name of [...names.map((each) => `${each}@`), SUBJECT, 'kanarie-soort', 'conversation-with']) {
      expect([name, foundIn(folder, name)]).toEqual([name, []]);
    }
    await it.store.close();
    for (const name of names) expect([name, foundIn(folder, `${name}@`)]).toEqual([name, []]);
  });
});

describe('sealing', () => {
  const key = randomKey();
  const keyOf = (id: string) => (id === key.id ? key : undefined);
  const sealed = seal(key, ['content', 'o', 'V-222222'], MARK);

  test('gives the text back, with the key’s id in front', () => {
    expect(unseal(keyOf, ['content', 'o', 'V-222222'], sealed)).toBe(MARK);
    expect(sealed.split('.')[1]).toBe(key.id);
    expect(seal(key, ['content', 'o', 'V-222222'], MARK)).not.toBe(sealed);
  });

  test.each([
    ['another case', ['content', 'o', 'V-333333']],
    ['another organisation', ['content', 'p', 'V-222222']],
    ['another purpose', ['case', 'o', 'V-222222']],
    ['a shifted boundary', ['content', 'oV', '-222222']],
  ] as const)('is bound to what it belongs to: %s', (_, context) => {
    expect(() => unseal(keyOf, context, sealed)).toThrow(expect.objectContaining({ code: 'SEAL_BROKEN' }));
  });

  test('notices every changed character', () => {
    for (let i = 0; i < sealed.length; i += 1) {
      const changed = `${sealed.slice(0, i)}${sealed[i] === 'A' ? 'B' : 'A'}${sealed.slice(i + 1)}`;
      const same = Buffer.from(changed.split('.')[3] ?? '', 'base64url').equals(
        Buffer.from(sealed.split('.')[3] ?? '', 'base64url'),
      );
      // The last character of base64 carries bits that are no part of the bytes.
      if (same && changed.split('.').slice(0, 3).join() === sealed.split('.').slice(0, 3).join()) continue;
      expect(() => unseal(keyOf, ['content', 'o', 'V-222222'], changed), String(i)).toThrow();
    }
  });

  test('notices a cut: a tag is 16 bytes, never fewer', () => {
    for (const length of [0, 1, 10, 20, sealed.length - 1]) {
      expect(() => unseal(keyOf, ['content', 'o', 'V-222222'], sealed.slice(0, length))).toThrow();
    }
  });

  test('of something else than JSON is broken, and not quoted', () => {
    const error = (() => {
      try {
        return unsealJson(keyOf, ['content', 'o', 'V-222222'], sealed);
      } catch (cause) {
        return cause;
      }
    })();
    expect(error).toMatchObject({ code: 'SEAL_BROKEN' });
    expect(inspect(error)).not.toContain('KANARIE');
  });

  test('wants 32 bytes', () => expect(() => keyFrom(Buffer.alloc(16))).toThrow(RangeError));
});
