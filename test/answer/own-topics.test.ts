import { expect, test } from 'vitest';
import { nearestTopics } from '../../src/answer/found.ts';
import { ABOUT_BOT, ownTopics } from '../../src/answer/own-topics.ts';
import { library } from '../protocol/library.ts';

const ids = library.topics.map(({ id }) => id);

test.each([...Object.values(ownTopics), ...Object.values(nearestTopics).flat()])('there is a topic %s', (id) =>
  expect(ids).toContain(id),
);

test('there are topics about the bot', () => expect(ids.filter((id) => id.startsWith(ABOUT_BOT))).not.toEqual([]));
