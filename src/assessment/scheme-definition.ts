/** Checking a scheme nobody has checked yet (方案校验): it can give its full marks and no more. */
import { Decimal } from 'decimal.js';
import type { FieldError, Words } from '../kernel/errors';
import type { CodesSeen } from './criterion-check';
import { readCode } from './codes';
import { checkCriterion, readMarks } from './criterion-check';
import { at, Faults, readList, readObject, readText } from './shape';

const MOST_PARTS = 20;
const MOST_CRITERIA = 200;

/**
 * The errors of a scheme nobody has checked yet, at most a hundred, each with its path (`parts[0].criteria[2].marks`)
 * below `place`. None means it is a SchemeDefinition that can give its full marks and no more. Never throws.
 */
export function validateScheme(definition: unknown, place = ''): FieldError[] {
  const faults = new Faults();
  const scheme = readObject(faults, definition, place, ['fullMarks', 'parts']);
  if (scheme === undefined) return faults.list;
  const full = at(place, 'fullMarks');
  const fullMarks = readMarks(faults, scheme['fullMarks'], full);
  const list = at(place, 'parts');
  const seen: CodesSeen = { parts: new Set(), criteria: new Set(), count: 0 };
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
  const whose = { zh: '各部分', en: 'the parts' };
  checkSum(faults, fullMarks, marks, full, whose);
  return faults.list;
}

/** Checks one part and hands back its marks, undefined where they cannot be read. */
function checkPart(faults: Faults, value: unknown, place: string, seen: CodesSeen): Decimal | undefined {
  const part = readObject(faults, value, place, ['code', 'name', 'marks', 'criteria']);
  if (part === undefined) return undefined;
  readCode(faults, part['code'], at(place, 'code'), seen.parts);
  readText(faults, part['name'], at(place, 'name'), 200);
  const marks = readMarks(faults, part['marks'], at(place, 'marks'));
  const list = at(place, 'criteria');
  const criteria = readList(faults, part['criteria'], list, MOST_CRITERIA);
  seen.count += criteria.length;
  const each = criteria.map((one, i) => checkCriterion(faults, one, at(list, i), seen.criteria));
  const whose = { zh: '本部分各项', en: 'the criteria of this part' };
  checkSum(faults, marks, each, at(place, 'marks'), whose);
  return marks;
}

/** Says where marks do not add up; silent while one of them cannot be read, for that has been said. */
function checkSum(
  faults: Faults,
  whole: Decimal | undefined,
  marks: readonly (Decimal | undefined)[],
  field: string,
  whose: Words,
): void {
  const readable = marks.filter((one) => one !== undefined);
  if (whole === undefined || readable.length === 0 || readable.length < marks.length) return;
  const sum = Decimal.sum(...readable);
  if (sum.eq(whole)) return;
  faults.add(
    field,
    'marksDoNotAddUp',
    `${whose.zh}合计 ${sum.toFixed()} 分，应与此处的 ${whole.toFixed()} 分相等。`,
    `The marks of ${whose.en} add up to ${sum.toFixed()} and must equal the ${whole.toFixed()} given here.`,
  );
}
