import { expect, test } from 'vitest';
import type { CaseCard, Screen } from '../../src/conversation/reply.ts';
import { createPlacing } from '../../src/delivery/placing.ts';
import { bring } from '../../src/delivery/sending.ts';
import { email, ORGANISATION, person } from '../handover/world.ts';
import { screenOf, world } from './world.ts';

/** Where channels put the cards of cases is where delivery changes them. */

/** A card that can be told from others by what it shows. */
const showing = (text: string): Screen => ({ ...screenOf(text), card: { ...screenOf(text).card, speak: text } });

async function start() {
  const it = await world();
  const ref = await it.open();
  await it.at(0);
  const placing = createPlacing({
    cases: it.desk.cases,
    messenger: it.post.messenger,
    // As a card of a case: it says how the case stands.
    screenFor: (kase) => showing(kase.state),
    moved: showing('moved'),
    log: { warn: () => undefined, error: (fields) => void it.logged.push({ ...fields }) },
  });
  const put = async (messageId: string, given: Partial<CaseCard> = {}) => {
    const place = { channel: 'teams', conversation: 'teams:docent', messageId } as const;
    const who = { organisation: ORGANISATION, person: email('docent') };
    await placing.placed({ ref, ...who, ...place, screen: showing('open'), ...given });
    await placing.settled();
  };
  const asker = () => it.post.log.filter((line) => line.includes('docent'));
  const kept = async () => {
    const messages = await it.desk.cases.messagesOf(ref);
    return messages.filter((each) => each.person === email('docent')).map((each) => each.messageId);
  };
  return { ...it, ref, placing, put, asker, kept };
}

test('the card that was put there is the one that changes', async () => {
  const { put, asker, act, ref, at } = await start();
  await put('own');
  expect(asker()).toEqual([]);
  await act(ref, person('teamleider'), { verb: 'receive' });
  await at(1);
  expect(asker()).toEqual(['update docent tell']);
});

test('the cards of before go quiet, wherever they are; the same one again does not', async () => {
  const { put, asker, kept } = await start();
  await put('one');
  await put('one');
  expect(asker()).toEqual([]);
  await put('two');
  await put('three', { conversation: 'teams:docent-elsewhere' });
  expect(asker()).toEqual(['update docent moved', 'update docent moved']);
  expect(await kept()).toEqual(['two', 'three']);
});

test('a card that was drawn before the case went on is mended', async () => {
  const { put, asker, act, ref } = await start();
  await act(ref, person('docent'), { verb: 'withdraw' });
  await put('late');
  expect(asker()).toEqual(['update docent withdrawn']);
});

test('but not when a newer one has come meanwhile', async () => {
  const { put, asker, act, ref, post, desk } = await start();
  await put('one');
  await act(ref, person('docent'), { verb: 'withdraw' });
  const { update } = post.messenger;
  // Delivery sends its own while the old card is made quiet.
  Object.assign(post.messenger, {
    update: async (...given: Parameters<typeof update>) => {
      const newer = { channel: 'teams', conversation: 'teams:docent', messageId: 'newer' } as const;
      await desk.cases.rememberMessage(ref, { person: email('docent'), ...newer });
      return update(...given);
    },
  });
  await put('two');
  expect(asker()).toEqual(['update docent moved']);
});

test('nor does it come back to life when the newer one comes while it is changed', async () => {
  const { put, asker, act, ref, post, desk } = await start();
  await act(ref, person('docent'), { verb: 'withdraw' });
  const { update } = post.messenger;
  let left = 1;
  Object.assign(post.messenger, {
    update: async (...given: Parameters<typeof update>) => {
      const newer = { channel: 'teams', conversation: 'teams:docent', messageId: 'newer' } as const;
      if (left-- > 0) await desk.cases.rememberMessage(ref, { person: email('docent'), ...newer });
      return update(...given);
    },
  });
  await put('late');
  expect(asker()).toEqual(['update docent withdrawn', 'update docent moved']);
});

test.each(['own', 'sent'])(
  'the first card of the asker and the first news of the case at once, %s kept first',
  async (first) => {
    const { put, ref, post, desk } = await start();
    const { messagesOf, rememberMessage } = desk.cases;
    // Both look what there is before either is kept, as two servers may.
    const both = Promise.withResolvers<void>();
    const one = Promise.withResolvers<void>();
    let reading = 0;
    Object.assign(desk.cases, {
      messagesOf: async (of: string) => {
        const read = await messagesOf(of);
        reading += 1;
        if (reading === 1) both.resolve();
        return read;
      },
      rememberMessage: async (...given: Parameters<typeof rememberMessage>) => {
        if ((given[1].messageId === 'own') !== (first === 'own')) await one.promise;
        const before = await rememberMessage(...given);
        one.resolve();
        return before;
      },
    });
    const live = new Set<string>();
    const { notify, update } = post.messenger;
    Object.assign(post.messenger, {
      notify: async (...given: Parameters<typeof notify>) => {
        const taken = await notify(...given);
        if (!('refused' in taken)) live.add(taken.messageId);
        return taken;
      },
      update: async (...given: Parameters<typeof update>) => {
        if (given[2].card.speak === 'moved') live.delete(given[1].messageId);
        return update(...given);
      },
    });
    const to = { organisation: ORGANISATION, ref };
    const sending = { cases: desk.cases, messenger: post.messenger };
    const brought = { screen: showing('open'), moved: showing('moved'), newsAt: undefined };
    const bringing = bring(sending, to, email('docent'), brought);
    await both.promise;
    live.add('own');
    await put('own');
    await bringing;
    expect(live.size).toBe(1);
  },
);

test('what cannot be kept is said to the operator, and the channel never hears of it', async () => {
  const { put, logged, placing, desk, ref } = await start();
  await put('x', { ref: 'V-222222' });
  Object.assign(desk.cases, { load: async () => Promise.reject(new Error('een geheim')) });
  await put('y');
  expect(logged.slice(-1)).toEqual([{ ref, kind: 'Error' }]);
  expect(JSON.stringify(logged)).not.toContain('geheim');
  await placing.settled();
});

test('an e-mail that came later does not keep the card in a chat from changing', async () => {
  const { put, asker, act, ref, at, desk, placing, post } = await start();
  await put('own');
  const mailed = { channel: 'mail', conversation: 'mail:docent', messageId: 'mailed' } as const;
  await at(1);
  await desk.cases.rememberMessage(ref, { person: email('docent'), ...mailed });
  const { messenger } = post;
  const changed: string[] = [];
  const update = messenger.update;
  Object.assign(messenger, {
    update: async (...given: Parameters<typeof update>) => {
      changed.push(given[1].channel);
      return given[1].channel === 'mail' ? 'ok' : update(...given);
    },
  });
  await placing.refreshed({ ref, organisation: ORGANISATION, person: email('docent') });
  await act(ref, person('teamleider'), { verb: 'receive' });
  await at(2);
  expect(changed).toEqual(['teams', 'teams']);
  expect(asker()).toEqual(['update docent open', 'update docent tell']);
});
