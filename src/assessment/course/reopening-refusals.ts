/** Why a reopening is refused (重新开启), in words. */
import type { Step } from '../../events/events';
import { Conflict, Refused } from '../../kernel/errors';
import { stepList } from './step-words';

export function notBack(back: readonly Step[]): Refused {
  const { zh, en } = stepList(back);
  const words =
    back.length === 0
      ? { zh: '没有可以重新开启的阶段。', en: 'There is no earlier step to reopen.' }
      : { zh: `只能重新开启：${zh}。`, en: `It can only be reopened to: ${en}.` };
  return new Refused('reopening.notBack', words, 'to');
}

export const alreadyAsked = (): Conflict =>
  new Conflict('reopening.alreadyAsked', {
    zh: '已有一项重新开启的申请等待另一人确认。',
    en: 'A reopening waits for another officer already.',
  });

export const samePerson = (): Refused =>
  new Refused('reopening.samePerson', {
    zh: '重新开启须由申请人以外的另一名人员确认或不同意。',
    en: 'Another officer than the one who asked must confirm or refuse a reopening.',
  });

export const decidedAlready = (): Conflict =>
  new Conflict('reopening.decided', { zh: '该申请已有结论。', en: 'This reopening is decided already.' });

export const stepGone = (): Conflict =>
  new Conflict('reopening.stepGone', {
    zh: '考核所处阶段已变化，不能再按此申请重新开启。',
    en: 'The assessment stands elsewhere by now, so it cannot be reopened there any more.',
  });

export const windowWithoutDays = (): Refused =>
  new Refused(
    'reopening.windowWithoutDays',
    {
      zh: '方案没有规定申诉天数，请填写再次申诉的工作日数。',
      en: 'The scheme sets no days for appeals: say how many working days the new window has.',
    },
    'days',
  );
