/** The course of an assessment in a scheme nobody has checked yet (考核流程校验): every scorer has a step to score in. */
import type { SchemeSeen } from './scheme-seen';
import { at, type Faults, readObject, readWhole } from './shape';

const STEPS = ['selfScore', 'review', 'final', 'appeal', 'decide'];
const LONGEST = 60;

/** Checks the working days of each step; a step that is left out is skipped. Without a course nothing is fixed. */
export function checkCourse(faults: Faults, value: unknown, place: string, { scorers }: SchemeSeen): void {
  if (value === undefined) return;
  const course = readObject(faults, value, place, STEPS);
  if (course === undefined) return;
  for (const step of STEPS.filter((one) => course[one] !== undefined)) {
    readWhole(faults, course[step], at(place, step), { from: 1, to: LONGEST });
  }
  const has = (step: string) => course[step] !== undefined;
  if (scorers.some(({ scorer }) => scorer === 'self') && !has('selfScore')) {
    const en = 'Some criteria are scored by the union itself: the course needs days for the self-score.';
    faults.add(at(place, 'selfScore'), 'stepMissing', '有考核内容由被考核工会自评，流程应设自评天数。', en);
  }
  if (scorers.some(({ scorer }) => scorer === 'office') && !has('review') && !has('final')) {
    const en = 'Some criteria are scored by an office: the course needs days for the review or the final score.';
    faults.add(at(place, 'final'), 'stepMissing', '有考核内容由部门评分，流程应设复评或终评天数。', en);
  }
  if (has('selfScore') && !has('review') && !has('final')) {
    const en = 'Who scores itself is checked by others: the course needs days for the review or the final score.';
    faults.add(at(place, 'review'), 'stepMissing', '自评应经上级审核，流程应设复评或终评天数。', en);
  }
  if (has('appeal') === has('decide')) return;
  const [field, zh, en] = has('appeal')
    ? ['decide', '设有申诉期时应设答复天数。', 'Appeals need days in which they are decided.']
    : ['appeal', '没有申诉期就没有可答复的申诉。', 'Without a window for appeals there is nothing to decide.'];
  faults.add(at(place, field), 'stepMissing', zh, en);
}
