import type { ModalView } from '@slack/types';
import { CardError } from '../cards/errors.ts';
import type { Dialog, Screen } from '../conversation/reply.ts';
import { type Message, messageOf } from './blocks/message.ts';
import { type Metadata, ROOT } from './blocks/metadata.ts';
import { modalOf } from './blocks/modal.ts';
import { noticeScreen } from './blocks/notice.ts';
import { kindOf, type Log } from './log.ts';
import type { Whole } from './whole.ts';

/** Screens as Slack takes them. Never throws: what cannot be drawn is a fault of ours, logged as one, and says so. */
export type Drawing = {
  message(screen: Screen): Message;
  modal(screen: Screen | Dialog, metadata: Metadata): ModalView;
};

export function createDrawing(whole: Whole, log: Log): Drawing {
  /** @param plainly for our own notice: what made drawing fail must not be in it again */
  const or = <T>(screen: Screen, draw: (screen: Screen) => T, plainly = draw): T => {
    try {
      return draw(screen);
    } catch (error) {
      const code = error instanceof CardError ? error.code : kindOf(error);
      log.error({ card: screen.name, code }, 'A card cannot be drawn in Slack; a notice was sent in its place.');
      return plainly(
        noticeScreen('too-large', 'Dit antwoord past hier niet.', 'Stel een kortere vraag of vraag om één artikel.'),
      );
    }
  };
  return {
    message: (screen) => or(screen, (each) => messageOf(each, whole.keep)),
    modal: (screen, metadata) =>
      or(
        screen,
        (each) => modalOf(each, metadata),
        (each) => modalOf(each, ROOT),
      ),
  };
}
