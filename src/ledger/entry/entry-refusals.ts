/** Why an entry (台账记录) is not taken, changed or decided, in words. */
import { Conflict, DomainError, type FieldError, Refused } from '../../kernel/errors';

export const wrongValues = (errors: readonly FieldError[]): DomainError =>
  new DomainError(
    'refused',
    'ledgerEntry.values',
    { zh: '填报内容有误，请按提示修改。', en: 'Some values are wrong.' },
    errors,
  );

export const retired = (): Conflict =>
  new Conflict('ledger.retired', {
    zh: '台账已停用，不再接收新记录。',
    en: 'The ledger is retired and takes no new entries.',
  });

export const wrongState = (): Conflict =>
  new Conflict('ledgerEntry.state', {
    zh: '记录的当前状态不允许这样办理，请刷新后再看。',
    en: 'As the entry stands now, this cannot be done: read it again.',
  });

export const ownEntry = (): Conflict =>
  new Conflict('ledgerEntry.own', {
    zh: '本人填报的记录须由他人审核。',
    en: 'Who entered it does not accept or return it.',
  });

export const noReason = (): Refused =>
  new Refused('ledgerEntry.reason', { zh: '退回须写明理由。', en: 'Say why they are returned.' }, 'reason');

export const correctedAlready = (): Conflict =>
  new Conflict('ledgerEntry.correcting', {
    zh: '这条记录已有一份更正正在办理。',
    en: 'A correction of this entry is under way.',
  });

export const acceptedAlready = (): Conflict =>
  new Conflict('ledgerEntry.accepted', {
    zh: '记录已审核通过，不能直接修改；请写明更正理由（reason），按更正办理。',
    en: 'The entry is accepted and is not changed: give a reason, and it is corrected.',
  });

export const underReview = (): Conflict =>
  new Conflict('ledgerEntry.underReview', {
    zh: '记录已上报、正在审核；如要修改，请同时重新上报（submit 为 true）。',
    en: 'The entry is handed in and waits for a decision: change it together with handing it in again (submit: true).',
  });

export const dayFromField = (name: string): Refused =>
  new Refused(
    'ledgerEntry.dayFromField',
    {
      zh: `日期由字段“${name}”给出，不用另填。`,
      en: `The day is said by the field “${name}” and not given beside it.`,
    },
    'day',
  );

export const future = (field: string): Refused =>
  new Refused('ledgerEntry.future', { zh: '日期不能晚于今天。', en: 'The day should not lie in the future.' }, field);

export const noEvidence = (field: string | null, name: string): FieldError => ({
  field: field === null ? 'evidence' : `values.${field}`,
  code: 'required',
  words: { zh: `请先上传“${name}”。`, en: `Add a file first: ${name}.` },
});

export const strangeUnion = (field: string): FieldError => ({
  field: `values.${field}`,
  code: 'union',
  words: { zh: '应为本级或下级工会。', en: 'It should be your union or one below.' },
});

export const unfoundedMask = (field: string): FieldError => ({
  field,
  code: 'masked',
  words: { zh: '请填写完整号码。', en: 'Give the whole number.' },
});

export const noFileField = (): Refused =>
  new Refused(
    'ledgerEntry.fileField',
    {
      zh: '台账中没有这个文件字段，或这种台账不收佐证材料。',
      en: 'The ledger has no such file field, or takes no evidence.',
    },
    'field',
  );

export const tooManyFiles = (most: number): Refused =>
  new Refused(
    'evidence.tooMany',
    { zh: `每条记录最多 ${most} 个文件。`, en: `An entry takes at most ${most} files.` },
    'evidence',
  );
