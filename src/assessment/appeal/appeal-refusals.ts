/** Why an appeal (申诉) is not taken, changed or decided, in words. */
import { Conflict, Refused } from '../../kernel/errors';

export const noWindow = (): Conflict =>
  new Conflict('appeal.noWindow', {
    zh: '本次考核不设申诉期。',
    en: 'The results of this assessment are not appealed.',
  });

export const windowOver = (day: string): Conflict =>
  new Conflict('appeal.windowOver', {
    zh: `申诉期已于 ${day} 截止。`,
    en: `Results could be appealed until ${day}.`,
  });

export const waitsAlready = (): Conflict =>
  new Conflict('appeal.exists', {
    zh: '已有一件申诉正在处理，请等待答复，或先撤回。',
    en: 'An appeal of yours waits for its answer: wait for it, or withdraw it first.',
  });

export const unknownCriterion = (code: string): Refused =>
  new Refused(
    'appeal.unknownCriterion',
    { zh: `方案中没有“${code}”这一项。`, en: `The scheme has no criterion “${code}”.` },
    'criteria',
  );

export const decidedAlready = (): Conflict =>
  new Conflict('appeal.decided', { zh: '申诉已经办结，不能再改动。', en: 'The appeal is settled and stays as it is.' });

export const ownScore = (): Refused =>
  new Refused('appeal.ownScore', {
    zh: '您参与过被申诉内容的评分或考核记录，请由其他人员处理。',
    en: 'You scored what is appealed, or recorded or approved an entry that counts on it: another officer must decide.',
  });

export const tooManyFiles = (most: number): Refused =>
  new Refused(
    'evidence.tooMany',
    { zh: `每件申诉最多 ${most} 个文件。`, en: `An appeal takes at most ${most} files.` },
    'evidence',
  );
