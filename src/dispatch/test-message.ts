/** The message by which an address or a robot is tried (测试消息). */
import { Conflict } from '../kernel/errors';
import type { Outgoing } from './hand-over';
import { messageOf } from './rendering';
import type { Templates } from './templates';

/** One a minute. */
export function testMessage(
  { test }: Templates,
  key: string,
  now: Date,
): Pick<Outgoing, 'subject' | 'text' | 'reason' | 'onceKey'> {
  return {
    ...messageOf(test, { zh: {}, en: {} }),
    reason: { step: 'test', words: { zh: '测试消息', en: 'A test' } },
    onceKey: `test:${key}:${Math.floor(now.getTime() / 60_000)}`,
  };
}

export const triedLately = (): Conflict =>
  new Conflict('message.triedLately', {
    zh: '一分钟内已发送过测试消息，请稍候再试。',
    en: 'A test was sent within this minute: wait a moment.',
  });
