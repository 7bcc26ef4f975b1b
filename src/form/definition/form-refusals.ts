/** Why a form (报表) is not made, published or retired, in words. */
import { Conflict, DomainError, type FieldError, Refused } from '../../kernel/errors';
import { MOST_FORMS } from './form.reader';

export function requireRight(errors: readonly FieldError[]): void {
  if (errors.length === 0) return;
  const words = { zh: '报表定义有误，请按提示修改。', en: 'The form cannot be published as it is defined.' };
  const named = errors.map((error) => ({ ...error, field: `definition.${error.field}` }));
  throw new DomainError('refused', 'form.definition', words, named);
}

export const codeTaken = (): Conflict =>
  new Conflict('form.code', { zh: '已有报表使用这个代码。', en: 'Another form has this code.' });

export const tooMany = (): Conflict =>
  new Conflict('form.tooMany', {
    zh: `一个区最多 ${MOST_FORMS} 张报表。`,
    en: `A district has at most ${MOST_FORMS} forms.`,
  });

export const unchanged = (): Conflict =>
  new Conflict('form.unchanged', { zh: '与现行版本相同，无须发布。', en: 'It is the form that stands already.' });

export const retiredAlready = (): Conflict =>
  new Conflict('form.retired', { zh: '报表已停用。', en: 'The form is retired.' });

export const notRetired = (): Conflict =>
  new Conflict('form.notRetired', { zh: '报表未停用。', en: 'The form is not retired.' });

export const periodsLost = (): Conflict =>
  new Conflict('form.periodsLost', {
    zh: '停用后的报告期已经锁定，不能恢复；请另设新报表。',
    en: 'A period since it was retired is locked already: make a new form.',
  });

export const wrongPeriod = (field: string): Refused =>
  new Refused(
    'form.periodKind',
    { zh: '报告期与报表的期别不符。', en: 'It is no period of the kind the form has.' },
    field,
  );

export const lockedPeriod = (field: string): Refused =>
  new Refused(
    'form.lockedPeriod',
    { zh: '该报告期已锁定，请从未锁定的报告期开始。', en: 'That period is locked: begin with one that is not.' },
    field,
  );

export const beforeEarlier = (period: string): Refused =>
  new Refused(
    'form.beforeEarlier',
    {
      zh: `不能早于现行版本的起始报告期 ${period}。`,
      en: `It should not lie before ${period}, from which the present version holds.`,
    },
    'fromPeriod',
  );

export const lastTooEarly = (period: string): Refused =>
  new Refused(
    'form.lastTooEarly',
    {
      zh: `${period} 及以前的报告期已锁定或不在报表范围内，最后一期不能早于它。`,
      en: `Periods up to ${period} are locked or lie before the form: the last one should not come before it.`,
    },
    'lastPeriod',
  );

export const strangeUnions = (field: string): FieldError => ({
  field,
  code: 'form.union',
  words: { zh: '其中有本区没有的工会。', en: 'Some are no unions of this district.' },
});
