/** One scored item of a scheme nobody has checked yet (考核内容校验). */
import type { Decimal } from 'decimal.js';
import { readCode } from './codes';
import type { Rule } from './rules/rule';
import { RULE_KINDS, type RuleParams, ruleOf } from './rules/rules';
import type { SchemeSeen } from './scheme-seen';
import type { Faults } from './shape';
import { at, readDecimal, readList, readObject, readText } from './shape';

const FIELDS = ['code', 'name', 'marks', 'rule', 'tasks', 'scorer', 'withoutFacts', 'note'];

/** Checks one criterion and hands back its marks, undefined where they cannot be read. */
export function checkCriterion(faults: Faults, value: unknown, place: string, seen: SchemeSeen): Decimal | undefined {
  const criterion = readObject(faults, value, place, FIELDS);
  if (criterion === undefined) return undefined;
  const code = readCode(faults, criterion['code'], at(place, 'code'), seen.codes);
  if (code !== undefined) seen.criteria.add(code);
  readText(faults, criterion['name'], at(place, 'name'), 200);
  readNote(faults, criterion['note'], at(place, 'note'));
  const marks = readMarks(faults, criterion['marks'], at(place, 'marks'));
  if (marks !== undefined) checkWeighed(faults, marks, at(place, 'marks'), seen.weight);
  const feeding = checkRule(faults, criterion['rule'], at(place, 'rule'), marks, seen);
  checkScorer(faults, criterion['scorer'], at(place, 'scorer'), feeding, seen);
  checkWithoutFacts(faults, criterion['withoutFacts'], at(place, 'withoutFacts'), feeding);
  const tasks = criterion['tasks'];
  if (tasks !== undefined || feeding === 'tasks') checkTasks(faults, tasks, at(place, 'tasks'));
  return marks;
}

export function readMarks(faults: Faults, value: unknown, place: string): Decimal | undefined {
  return readDecimal(faults, value, place, { places: 2, above: '0' });
}

export function readNote(faults: Faults, value: unknown, place: string): void {
  if (value !== undefined) readText(faults, value, place, 1000);
}

/** Points are rounded after the weight: were the marks rounded too, the whole would give more or less than it says. */
function checkWeighed(faults: Faults, marks: Decimal, place: string, weight: Decimal | undefined): void {
  const whole = weight && marks.times(weight);
  if (weight === undefined || whole === undefined || whole.decimalPlaces() <= 2) return;
  const sum = `${marks.toFixed()} × ${weight.toFixed()} = ${whole.toFixed()}`;
  const en = `By weight it is ${sum}: it must come out at two decimals, or rounding would change the full marks.`;
  faults.add(place, 'marksRounded', `按权重为 ${sum}，应不超过两位小数，否则取整后满分不准。`, en);
}

/** What a criterion lives on: tasks, a rate that is stated, counted occurrences, or the points of a scorer. */
type Feeding = 'tasks' | 'statement' | 'occurrences' | 'points';

/** What feeds the rule; undefined when the rule itself is not known. */
function checkRule(
  faults: Faults,
  value: unknown,
  place: string,
  marks: Decimal | undefined,
  seen: SchemeSeen,
): Feeding | undefined {
  const read: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  const rule = ruleOf(read['kind']);
  if (rule === undefined) {
    const known = RULE_KINDS.join(', ');
    faults.add(at(place, 'kind'), 'unknownKind', `应为以下之一：${known}。`, `Must be one of: ${known}.`);
    return undefined;
  }
  faults.addAll(rule.validate(value, marks, place));
  if (read['beyond'] !== undefined) seen.beyond.push(at(place, 'beyond'));
  return feedingOf(rule, read['over']);
}

function feedingOf({ judged, food }: Rule<RuleParams>, over: unknown): Feeding {
  if (judged) return 'points';
  if (food === 'occurrences') return 'occurrences';
  return over === 'stated' ? 'statement' : 'tasks';
}

function checkScorer(
  faults: Faults,
  value: unknown,
  place: string,
  feeding: Feeding | undefined,
  seen: SchemeSeen,
): void {
  const computed = feeding === undefined || feeding === 'tasks' || feeding === 'occurrences';
  const given = feeding !== 'tasks';
  if (value === 'computed' && computed) return;
  if (given && (value === 'self' || value === 'office')) {
    seen.scorers.push({ place, scorer: value });
    return;
  }
  if (given && typeof value === 'object' && value !== null && 'office' in value) {
    readObject(faults, value, place, ['office']);
    seen.scorers.push({ place: at(place, 'office'), scorer: 'office', office: value.office });
    return;
  }
  const list = [...(computed ? ['computed'] : []), ...(given ? ['self', 'office', '{"office": "…"}'] : [])].join(', ');
  faults.add(
    place,
    'wrongScorer',
    `按本项评分规则，评分方式应为：${list}。`,
    `With this rule the scorer must be: ${list}.`,
  );
}

function checkWithoutFacts(faults: Faults, value: unknown, place: string, feeding: Feeding | undefined): void {
  if (value === undefined) return;
  if (value !== 'open' && value !== 'zero' && value !== 'full') {
    faults.add(place, 'unknownKind', '应为 open、zero 或 full。', 'Must be open, zero or full.');
  } else if (feeding === 'points' && value !== 'open') {
    const en = 'Points a scorer gives are open until they are given; only open fits here.';
    faults.add(place, 'notHere', '评分人给分的项目在评分之前一直待评，此处只能为 open。', en);
  }
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
