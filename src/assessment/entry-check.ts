/** Bonuses, penalties, vetoes and offices of a scheme nobody has checked yet (加减分项、一票否决、负责考核部门校验). */
import type { Decimal } from 'decimal.js';
import { plain } from '../kernel/decimal';
import { readCode } from './codes';
import { checkCounting } from './countable';
import type { SchemeSeen } from './scheme-seen';
import { at, type Faults, readDecimal, readList, readObject, readText } from './shape';

const POINTS = { places: 2, above: '0' };

/**
 * Checks bonuses or penalties and hands back the cap on all of them. `codes` are those of all bonuses, penalties and
 * vetoes of the scheme. Without a kind the cap alone holds what criteria bring by going beyond their marks.
 */
export function checkEntryKinds(
  faults: Faults,
  value: unknown,
  place: string,
  codes: Set<string>,
): Decimal | undefined {
  if (value === undefined) return undefined;
  const read = readObject(faults, value, place, ['kinds', 'cap']);
  if (read === undefined) return undefined;
  const cap = readDecimal(faults, read['cap'], at(place, 'cap'), POINTS);
  const list = at(place, 'kinds');
  const none = Array.isArray(read['kinds']) && read['kinds'].length === 0;
  const kinds = none ? [] : readList(faults, read['kinds'], list, 100);
  kinds.forEach((kind, i) => checkKind(faults, kind, at(list, i), codes, cap));
  return cap;
}

function checkKind(faults: Faults, value: unknown, place: string, codes: Set<string>, all: Decimal | undefined): void {
  const kind = readObject(faults, value, place, ['code', 'name', 'each', 'cap', 'counts', 'per']);
  if (kind === undefined) return;
  readCode(faults, kind['code'], at(place, 'code'), codes);
  readText(faults, kind['name'], at(place, 'name'), 200);
  checkCounting(faults, kind, place);
  if (kind['counts'] !== undefined && kind['each'] === undefined) {
    const en = 'What the platform counts needs points for each.';
    faults.add(at(place, 'each'), 'missing', '自动计数的情形须规定每次的分值。', en);
  }
  const cap = readDecimal(faults, kind['cap'], at(place, 'cap'), POINTS);
  const each = kind['each'] === undefined ? undefined : readDecimal(faults, kind['each'], at(place, 'each'), POINTS);
  if (cap !== undefined && all !== undefined && cap.gt(all)) {
    const most = plain(all);
    const en = `Must be at most ${most}, the cap on all kinds together.`;
    faults.add(at(place, 'cap'), 'outOfRange', `应不大于合计上限 ${most}。`, en);
  }
  if (cap !== undefined && each?.gt(cap)) {
    const most = plain(cap);
    const en = `Must be at most ${most}, the cap of this kind.`;
    faults.add(at(place, 'each'), 'outOfRange', `应不大于本类上限 ${most}。`, en);
  }
}

/** Checks vetoes; one that caps the grade names the best that is left. `grades`: the codes, the best first. */
export function checkVetoes(
  faults: Faults,
  value: unknown,
  place: string,
  codes: Set<string>,
  grades: ReadonlySet<string>,
): void {
  if (value === undefined) return;
  const left = [...grades].slice(1);
  readList(faults, value, place, 50).forEach((entry, i) => {
    const here = at(place, i);
    const veto = readObject(faults, entry, here, ['code', 'name', 'effect', 'grade']);
    if (veto === undefined) return;
    readCode(faults, veto['code'], at(here, 'code'), codes);
    readText(faults, veto['name'], at(here, 'name'), 200);
    const { effect, grade } = veto;
    if (effect !== 'zero' && effect !== 'gradeCapped' && effect !== 'awardLost') {
      const known = 'zero, gradeCapped, awardLost';
      faults.add(at(here, 'effect'), 'unknownKind', `应为以下之一：${known}。`, `Must be one of: ${known}.`);
    } else if (effect !== 'gradeCapped' && grade !== undefined) {
      const en = 'Only a veto that caps the grade names one.';
      faults.add(at(here, 'grade'), 'notHere', '只有限定等次的否决项才写等次。', en);
    } else if (effect === 'gradeCapped' && !(typeof grade === 'string' && left.includes(grade))) {
      const known = left.join(', ');
      const en =
        known === '' ? 'The scheme has no grades to cap.' : `Must be the best grade that is left, one of: ${known}.`;
      const zh = known === '' ? '方案没有设等次，不能限定等次。' : `应为否决后最高可得的等次，可选：${known}。`;
      faults.add(at(here, 'grade'), 'unknownGrade', zh, en);
    }
  });
}

/** Checks the named offices, and that every office a scorer names is one of them. */
export function checkOffices(faults: Faults, value: unknown, place: string, { scorers }: SchemeSeen): void {
  const codes = new Set<string>();
  const offices = value === undefined ? [] : readList(faults, value, place, 50);
  offices.forEach((entry, i) => {
    const here = at(place, i);
    const office = readObject(faults, entry, here, ['code', 'name']);
    if (office === undefined) return;
    readCode(faults, office['code'], at(here, 'code'), codes);
    readText(faults, office['name'], at(here, 'name'), 200);
  });
  for (const scorer of scorers) {
    if (!('office' in scorer) || (typeof scorer.office === 'string' && codes.has(scorer.office))) continue;
    const known = [...codes].join(', ');
    const zh = known === '' ? '方案没有列出负责考核部门。' : `应为方案列出的负责考核部门之一：${known}。`;
    const en = known === '' ? 'The scheme lists no offices.' : `Must be one of the offices of the scheme: ${known}.`;
    faults.add(scorer.place, 'unknownOffice', zh, en);
  }
}
