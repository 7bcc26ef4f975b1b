/** Why the spreadsheet of a form is not taken in, in words. */
import { Conflict, Refused } from '../../kernel/errors';

export const tooManyLines = (): Refused =>
  new Refused(
    'formIntake.tooMany',
    {
      zh: '行数远多于报表的指标项，请使用本期下载的填报表。',
      en: 'It has far more lines than the form: use the spreadsheet of this period.',
    },
    'file',
  );

export const otherSheet = (given: string, number: string): Refused =>
  new Refused(
    'formIntake.otherSheet',
    {
      zh: `这份文件的表号是 ${given}，不是本单位这一期的报表（${number}），没有导入。请核对单位、报告期和报表。`,
      en: `The file is number ${given} and not that of your union for this form and period (${number}): nothing was taken in.`,
    },
    'file',
  );

export const handedInAlready = (accepted: boolean): Conflict =>
  new Conflict(
    'formIntake.handedIn',
    accepted
      ? {
          zh: '本单位这一期的报表已审核通过，文件内容与之不同，没有导入；确需修改的，请先办理更正。',
          en: 'The return of your union is accepted and the file says something else: correct the return first.',
        }
      : {
          zh: '本单位这一期的报表已上报，文件内容与之不同，没有导入；确需修改的，请先收回。',
          en: 'The return of your union is handed in and the file says something else: take it back first.',
        },
  );
