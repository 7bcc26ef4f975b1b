/** Why an entry is not decided so (考核记录), in words. */
import { Conflict, Forbidden, Refused } from '../../kernel/errors';

export const samePerson = (): Refused =>
  new Refused('entry.samePerson', {
    zh: '加分、减分和一票否决须由记录人以外的人员核定。',
    en: 'Another officer than the one who recorded it must decide a bonus, a penalty or a veto.',
  });

export const noEvidence = (): Refused =>
  new Refused(
    'entry.noEvidence',
    {
      zh: '没有佐证材料，不能核定；请先上传佐证材料。',
      en: 'There is no evidence, so it cannot be approved: add a file first.',
    },
    'evidence',
  );

export const notProposed = (): Conflict =>
  new Conflict('entry.notProposed', {
    zh: '该记录已有结论或已撤回。',
    en: 'This entry is decided or withdrawn already.',
  });

export const notYours = (): Forbidden =>
  new Forbidden('entry.notYours', {
    zh: '只能由提出方撤回或更改其佐证材料。',
    en: 'Only the union that recorded it may withdraw it or change its evidence.',
  });
