/** One scored item of a scheme nobody has checked yet (考核内容校验). */
import type { Decimal } from 'decimal.js';
import { readCode } from './codes';
import { RULE_KINDS, ruleOf } from './rules/rules';
import type { Faults } from './shape';
import { at, readDecimal, readList, readObject, readText } from './shape';

/** What has been met so far in one scheme: a code names one part, or one criterion, of the whole scheme. */
export interface CodesSeen {
  readonly parts: Set<string>;
  readonly criteria: Set<string>;
  count: number;
}

const FIELDS = ['code', 'name', 'marks', 'rule', 'tasks', 'scorer'];

/** Checks one criterion and hands back its marks, undefined where they cannot be read. */
export function checkCriterion(faults: Faults, value: unknown, place: string, codes: Set<string>): Decimal | undefined {
  const criterion = readObject(faults, value, place, FIELDS);
  if (criterion === undefined) return undefined;
  readCode(faults, criterion['code'], at(place, 'code'), codes);
  readText(faults, criterion['name'], at(place, 'name'), 200);
  const marks = readMarks(faults, criterion['marks'], at(place, 'marks'));
  const judged = checkRule(faults, criterion['rule'], at(place, 'rule'), marks);
  checkScorer(faults, criterion['scorer'], at(place, 'scorer'), judged);
  const tasks = criterion['tasks'];
  if (tasks !== undefined || judged === false) checkTasks(faults, tasks, at(place, 'tasks'));
  return marks;
}

export function readMarks(faults: Faults, value: unknown, place: string): Decimal | undefined {
  return readDecimal(faults, value, place, { places: 2, above: '0' });
}

/** Whether an officer gives the points; undefined when the rule itself is not known. */
function checkRule(faults: Faults, value: unknown, place: string, marks: Decimal | undefined): boolean | undefined {
  const kind: unknown = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const rule = ruleOf(kind);
  if (rule === undefined) {
    const known = RULE_KINDS.join(', ');
    faults.add(at(place, 'kind'), 'unknownKind', `应为以下之一：${known}。`, `Must be one of: ${known}.`);
    return undefined;
  }
  faults.addAll(rule.validate(value, marks, place));
  return rule.judged;
}

function checkScorer(faults: Faults, value: unknown, place: string, judged: boolean | undefined): void {
  const right = judged === undefined ? ['computed', 'office'] : [judged ? 'office' : 'computed'];
  if (typeof value === 'string' && right.includes(value)) return;
  const list = right.join(', ');
  faults.add(
    place,
    'wrongScorer',
    `按本项评分规则，评分方式应为：${list}。`,
    `With this rule the scorer must be: ${list}.`,
  );
}

function checkTasks(faults: Faults, value: unknown, place: string): void {
  if (value === 'all') return;
  const named = typeof value === 'object' && value !== null && 'codes' in value ? 'codes' : 'programmes';
  const isObject = typeof value === 'object' && value !== null && named in value;
  if (!isObject) {
    faults.add(
      place,
      'notASelection',
      '应为 "all"，或 {"programmes": […]}，或 {"codes": […]}。',
      'Must be "all", {"programmes": […]} or {"codes": […]}.',
    );
    return;
  }
  const selection = readObject(faults, value, place, [named]);
  const list = at(place, named);
  const seen = new Set<string>();
  readList(faults, selection?.[named], list, 100).forEach((entry, i) => {
    const text = readText(faults, entry, at(list, i), 100);
    if (text === undefined) return;
    if (seen.has(text)) {
      faults.add(at(list, i), 'namedTwice', '已列出，应只列一次。', 'Named before; name it once.');
    }
    seen.add(text);
  });
}
