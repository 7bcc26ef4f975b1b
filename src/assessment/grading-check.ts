/** Grades and ties of a scheme nobody has checked yet (等次与同分规则校验): every grade can be reached, the last is open. */
import type { Decimal } from 'decimal.js';
import { plain } from '../kernel/decimal';
import { readCode } from './codes';
import { at, type Faults, readDecimal, readList, readObject, readText } from './shape';

/** Checks the grades and hands back their codes. `most` are the most points there can be, undefined where not known. */
export function checkGrading(faults: Faults, value: unknown, place: string, most: Decimal | undefined): Set<string> {
  const codes = new Set<string>();
  if (value === undefined) return codes;
  const grading = readObject(faults, value, place, ['grades', 'quotaTies']);
  if (grading === undefined) return codes;
  const list = at(place, 'grades');
  const grades = readList(faults, grading['grades'], list, 20);
  const read = grades.map((grade, i) => checkGrade(faults, grade, at(list, i), codes, most, i === grades.length - 1));
  let above: Decimal | undefined;
  for (const [i, { atLeast }] of read.entries()) {
    if (above !== undefined && atLeast?.gte(above)) {
      const limit = plain(above);
      const en = `Must be below ${limit}, the cut-off of the better grade.`;
      faults.add(at(at(list, i), 'atLeast'), 'notDescending', `应低于上一等次的分数线 ${limit}。`, en);
    }
    above = atLeast ?? above;
  }
  checkQuotaTies(
    faults,
    grading['quotaTies'],
    at(place, 'quotaTies'),
    read.some(({ quota }) => quota),
  );
  return codes;
}

function checkGrade(
  faults: Faults,
  value: unknown,
  place: string,
  codes: Set<string>,
  most: Decimal | undefined,
  last: boolean,
): { atLeast?: Decimal | undefined; quota: boolean } {
  const grade = readObject(faults, value, place, ['code', 'name', 'atLeast', 'quota']);
  if (grade === undefined) return { quota: false };
  readCode(faults, grade['code'], at(place, 'code'), codes);
  readText(faults, grade['name'], at(place, 'name'), 100);
  const { atLeast, quota } = grade;
  if (last) {
    for (const field of ['atLeast', 'quota'].filter((one) => grade[one] !== undefined)) {
      const en = 'The last grade takes who is left: it has neither cut-off nor quota.';
      faults.add(at(place, field), 'lastIsOpen', '最后一个等次收纳其余工会，不设分数线和名额。', en);
    }
    return { quota: false };
  }
  if (atLeast === undefined && quota === undefined) {
    const en = 'Give it a cut-off or a quota, or everybody would get it and the grades below nobody.';
    faults.add(at(place, 'atLeast'), 'takesEverybody', '应设分数线或名额，否则其后的等次无人可得。', en);
  }
  const limits = { places: 2, above: '0', ...(most && { atMost: plain(most) }) };
  const cutOff = atLeast === undefined ? undefined : readDecimal(faults, atLeast, at(place, 'atLeast'), limits);
  if (quota !== undefined) readDecimal(faults, quota, at(place, 'quota'), { places: 2, above: '0', atMost: '100' });
  return { atLeast: cutOff, quota: quota !== undefined };
}

function checkQuotaTies(faults: Faults, value: unknown, place: string, quotas: boolean): void {
  if (value === 'in' || value === 'out' || (value === undefined && !quotas)) return;
  const zh = '设有名额时应说明同分如何处理：out 为都不进入，in 为都进入。';
  const en = 'Where there is a quota it must say whether equal points all stay out (out) or all come in (in).';
  faults.add(place, 'quotaTiesMissing', zh, en);
}

/** Checks how equal points are told apart; `criteria` are the codes of the scored items. */
export function checkTies(faults: Faults, value: unknown, place: string, criteria: ReadonlySet<string>): void {
  if (value === undefined) return;
  const ties = readObject(faults, value, place, ['by', 'criteria']);
  if (ties === undefined) return;
  const list = at(place, 'criteria');
  if (ties['by'] === 'shared') {
    if (ties['criteria'] === undefined) return;
    const en = 'A shared rank names no criteria.';
    faults.add(list, 'notHere', '名次并列时不写考核内容。', en);
  } else if (ties['by'] === 'criteria') {
    const seen = new Set<unknown>();
    readList(faults, ties['criteria'], list, 20).forEach((code, i) => {
      if (typeof code !== 'string' || !criteria.has(code)) {
        const en = 'Must be the code of a criterion of this scheme that is scored itself.';
        faults.add(at(list, i), 'unknownCriterion', '应为本方案中直接评分的考核内容的编号。', en);
      } else if (seen.has(code)) {
        faults.add(at(list, i), 'namedTwice', '已列出，应只列一次。', 'Named before; name it once.');
      }
      seen.add(code);
    });
  } else {
    faults.add(at(place, 'by'), 'unknownKind', '应为 shared 或 criteria。', 'Must be shared or criteria.');
  }
}
