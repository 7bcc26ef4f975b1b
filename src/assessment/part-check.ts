/** A part of a scheme nobody has checked yet (考核部分校验), with its criteria to any depth the scheme has. */
import { Decimal } from 'decimal.js';
import type { Words } from '../kernel/errors';
import { readCode } from './codes';
import { checkCriterion, readMarks, readNote } from './criterion-check';
import type { SchemeSeen } from './scheme-seen';
import { at, type Faults, readDecimal, readList, readObject, readText } from './shape';

const MOST_IN_A_LIST = 200;
const DEEPEST = 8;

/** Checks one part and hands back what it brings to the whole: marks × weight; undefined where they cannot be read. */
export function checkPart(faults: Faults, value: unknown, place: string, seen: SchemeSeen): Decimal | undefined {
  const part = readObject(faults, value, place, ['code', 'name', 'marks', 'weight', 'criteria']);
  if (part === undefined) return undefined;
  readCode(faults, part['code'], at(place, 'code'), seen.parts);
  readText(faults, part['name'], at(place, 'name'), 200);
  const marks = readMarks(faults, part['marks'], at(place, 'marks'));
  const weight = readWeight(faults, part['weight'], at(place, 'weight'));
  seen.weight = weight;
  const whose = { zh: '本部分各项', en: 'the criteria of this part' };
  checkNodes(faults, part['criteria'], place, marks, whose, seen, 1);
  return weight && marks?.times(weight);
}

function readWeight(faults: Faults, value: unknown, place: string): Decimal | undefined {
  if (value === undefined) return new Decimal(1);
  return readDecimal(faults, value, place, { places: 4, above: '0', atMost: '1' });
}

function checkNodes(
  faults: Faults,
  value: unknown,
  place: string,
  whole: Decimal | undefined,
  whose: Words,
  seen: SchemeSeen,
  depth: number,
): void {
  const list = at(place, 'criteria');
  const nodes = readList(faults, value, list, MOST_IN_A_LIST);
  seen.count += nodes.length;
  const marks = nodes.map((node, i) =>
    typeof node === 'object' && node !== null && 'criteria' in node
      ? checkGroup(faults, node, at(list, i), seen, depth)
      : checkCriterion(faults, node, at(list, i), seen),
  );
  checkSum(faults, whole, marks, at(place, 'marks'), whose);
}

function checkGroup(
  faults: Faults,
  value: unknown,
  place: string,
  seen: SchemeSeen,
  depth: number,
): Decimal | undefined {
  if (depth >= DEEPEST) {
    const en = `Criteria may stand at most ${DEEPEST} levels deep.`;
    faults.add(at(place, 'criteria'), 'tooDeep', `考核内容最多 ${DEEPEST} 层。`, en);
    return undefined;
  }
  const group = readObject(faults, value, place, ['code', 'name', 'marks', 'note', 'criteria']);
  if (group === undefined) return undefined;
  readCode(faults, group['code'], at(place, 'code'), seen.codes);
  readText(faults, group['name'], at(place, 'name'), 200);
  readNote(faults, group['note'], at(place, 'note'));
  const marks = readMarks(faults, group['marks'], at(place, 'marks'));
  const whose = { zh: '下列各项', en: 'the criteria below this one' };
  checkNodes(faults, group['criteria'], place, marks, whose, seen, depth + 1);
  return marks;
}

/** Says where marks do not add up; silent while one of them cannot be read, for that has been said. */
export function checkSum(
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
