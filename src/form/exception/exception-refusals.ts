/** Why an exception (免报、补报) is not taken or decided, in words. */
import { Conflict, Refused } from '../../kernel/errors';

export const openAlready = (): Conflict =>
  new Conflict('formException.open', {
    zh: '该单位这一期已有一份申请待批。',
    en: 'An exception for this union and period waits to be decided already.',
  });

export const notLocked = (): Conflict =>
  new Conflict('formException.notLocked', {
    zh: '这一期没有锁定，也没有免报，可以直接填报。',
    en: 'The period is neither locked nor exempted: it can be reported on as it is.',
  });

export const exemptAlready = (): Conflict =>
  new Conflict('formException.exempt', { zh: '该单位这一期已经免报。', en: 'The union is exempted from it already.' });

export const received = (): Conflict =>
  new Conflict('formException.received', {
    zh: '该单位这一期的报表已经上报，不能免报。',
    en: 'The return of the union is handed in: it is not exempted any more.',
  });

export const decidedAlready = (): Conflict =>
  new Conflict('formException.state', { zh: '这份申请已经办结。', en: 'It is decided or withdrawn already.' });

export const ownProposal = (): Conflict =>
  new Conflict('formException.own', {
    zh: '申请须由提出人以外的另一人批准。',
    en: 'Another officer than who proposed it decides.',
  });

export const wrongUntil = (): Refused =>
  new Refused(
    'formException.until',
    {
      zh: '补报须写明截止日期，自今天起一年之内；免报不填。',
      en: 'A reopening says until which day, from today on and within a year; an exemption says none.',
    },
    'until',
  );
