/** What must be done before results are published (公示条件): everything scored, decided and placed. */
import { Refused } from '../../kernel/errors';
import type { SchemeDefinition } from '../scheme-types';
import type { SettledSheet } from '../score-sheet.writer';

/** Errors: assessment.openEntries, assessment.openCriteria, assessment.unplaced (422). */
export function requireReady(
  { classes = [] }: Pick<SchemeDefinition, 'classes'>,
  sheets: readonly Pick<SettledSheet, 'openCriteria' | 'classCode'>[],
  openEntries: number,
): void {
  if (openEntries > 0) throw entriesOpen(openEntries);
  const open = sheets.filter(({ openCriteria }) => openCriteria > 0);
  const criteria = open.reduce((sum, { openCriteria }) => sum + openCriteria, 0);
  if (open.length > 0) throw criteriaOpen(open.length, criteria);
  const unplaced = sheets.filter(({ classCode }) => classCode === null).length;
  if (classes.length > 0 && unplaced > 0) throw notPlaced(unplaced);
}

const entriesOpen = (n: number): Refused =>
  new Refused('assessment.openEntries', {
    zh: `还有 ${n} 条考核记录没有审定，不能公示。`,
    en: `Not decided yet: ${n} entries; the results cannot be published.`,
  });

const criteriaOpen = (sheets: number, criteria: number): Refused =>
  new Refused('assessment.openCriteria', {
    zh: `还有 ${sheets} 张评分表共 ${criteria} 项没有得分，不能公示。`,
    en: `Not scored yet: ${criteria} criteria on ${sheets} sheets; the results cannot be published.`,
  });

const notPlaced = (n: number): Refused =>
  new Refused('assessment.unplaced', {
    zh: `还有 ${n} 家工会没有分组，不能公示。`,
    en: `In no class yet: ${n} unions; the results cannot be published.`,
  });
