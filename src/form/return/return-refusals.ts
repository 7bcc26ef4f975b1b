/** Why a return (报表) is not begun, changed or decided, in words. */
import { Conflict, DomainError, type FieldError } from '../../kernel/errors';
import type { PeriodDays } from '../period/moments';

export const wrongValues = (errors: readonly FieldError[]): DomainError =>
  new DomainError(
    'refused',
    'return.values',
    { zh: '填报内容有误，请按提示修改或说明。', en: 'Some values are wrong, or ask for a word.' },
    errors,
  );

export const wrongState = (): Conflict =>
  new Conflict('return.state', {
    zh: '报表的当前状态不允许这样办理，请刷新后再看。',
    en: 'As the return stands now, this cannot be done: read it again.',
  });

export const ownReturn = (): Conflict =>
  new Conflict('return.own', {
    zh: '本人填报的报表须由他人审核。',
    en: 'Who filled it in does not accept or return it.',
  });

export const begunAlready = (): Conflict =>
  new Conflict('return.begun', {
    zh: '本单位这一期的报表已经开始填报；已通过的请办理更正。',
    en: 'The return of your union for this period is begun already; correct it where it is accepted.',
  });

export const correctedAlready = (): Conflict =>
  new Conflict('return.correcting', {
    zh: '这张报表已有一份更正正在办理。',
    en: 'A correction of this return is under way.',
  });

export const notOwed = (): Conflict =>
  new Conflict('return.notOwed', {
    zh: '按这一期期末的组织关系，本单位不用填报这张报表。',
    en: 'As the tree stood on the last day of the period, your union does not owe this return.',
  });

export const exempted = (): Conflict =>
  new Conflict('return.exempted', {
    zh: '本单位这一期已批准免报；需要填报的，请申请补报。',
    en: 'Your union is exempted from this period: ask for it to be reopened to report after all.',
  });

export const notOpen = ({ opensOn }: PeriodDays): Conflict =>
  new Conflict('formPeriod.notOpen', {
    zh: `这一期从 ${opensOn} 起填报。`,
    en: `This period opens on ${opensOn}.`,
  });

/** Says since when, and who may except it. */
export const lockedSince = ({ locksOn }: PeriodDays): Conflict =>
  new Conflict('formPeriod.locked', {
    zh: `这一期已于 ${locksOn} 结束后锁定，不能再填报、修改或审核。确需补报的，由本单位或上级提出并说明原因，经区总工会另一名管理员批准后，只对本单位开放。`,
    en: `This period locked at the end of ${locksOn}: nothing of it is filled in, changed or reviewed any more. Your union or one above may ask for it to be reopened, with a reason; another administrator of the district approves it, for this union alone.`,
  });
