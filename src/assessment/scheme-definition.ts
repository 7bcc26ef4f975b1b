/** Checking a scheme nobody has checked yet (方案校验): it can give its full marks and no more. */
import type { FieldError } from '../kernel/errors';
import { checkClasses } from './class-check';
import { checkCourse } from './course-check';
import { readMarks } from './criterion-check';
import { checkEntryKinds, checkOffices, checkVetoes } from './entry-check';
import { checkGrading, checkTies } from './grading-check';
import { checkPart, checkSum } from './part-check';
import { nothingSeen } from './scheme-seen';
import { at, Faults, readList, readObject } from './shape';

const MOST_PARTS = 20;
const MOST_CRITERIA = 400;

const FIELDS = [
  'fullMarks',
  'parts',
  'offices',
  'bonuses',
  'penalties',
  'vetoes',
  'classes',
  'grading',
  'ties',
  'course',
];

/**
 * The errors of a scheme nobody has checked yet, at most a hundred, each with its path (`parts[0].criteria[2].marks`)
 * below `place`. None means it is a SchemeDefinition that can give its full marks and no more. Never throws.
 */
export function validateScheme(definition: unknown, place = ''): FieldError[] {
  const faults = new Faults();
  const scheme = readObject(faults, definition, place, FIELDS);
  if (scheme === undefined) return faults.list;
  const full = at(place, 'fullMarks');
  const fullMarks = readMarks(faults, scheme['fullMarks'], full);
  const list = at(place, 'parts');
  const seen = nothingSeen();
  const marks = readList(faults, scheme['parts'], list, MOST_PARTS).map((part, i) =>
    checkPart(faults, part, at(list, i), seen),
  );
  if (seen.count > MOST_CRITERIA) {
    faults.add(
      list,
      'tooManyCriteria',
      `考核内容应不超过 ${MOST_CRITERIA} 项，现有 ${seen.count} 项。`,
      `There may be at most ${MOST_CRITERIA} criteria, not ${seen.count}.`,
    );
  }
  const whose = { zh: '各部分按权重', en: 'the parts, by weight,' };
  checkSum(faults, fullMarks, marks, full, whose);
  checkOffices(faults, scheme['offices'], at(place, 'offices'), seen);
  const grounds = new Set<string>();
  const bonus = checkEntryKinds(faults, scheme['bonuses'], at(place, 'bonuses'), grounds);
  checkEntryKinds(faults, scheme['penalties'], at(place, 'penalties'), grounds);
  for (const beyond of scheme['bonuses'] === undefined ? seen.beyond : []) {
    const en = 'A bonus for going beyond is counted among the bonuses: the scheme needs `bonuses` with a cap.';
    faults.add(beyond, 'bonusesMissing', '超额加分计入加分项，方案应设加分项及其上限。', en);
  }
  const most = fullMarks && (scheme['bonuses'] === undefined ? fullMarks : bonus && fullMarks.plus(bonus));
  const grades = checkGrading(faults, scheme['grading'], at(place, 'grading'), most);
  checkVetoes(faults, scheme['vetoes'], at(place, 'vetoes'), grounds, grades);
  checkClasses(faults, scheme['classes'], at(place, 'classes'));
  checkTies(faults, scheme['ties'], at(place, 'ties'), seen.criteria);
  checkCourse(faults, scheme['course'], at(place, 'course'), seen);
  return faults.list;
}
