/** The page 考核内容 as parts, groups and criteria: the level of a line says what it belongs to. */
import type { CellFinder } from './cell-finder';
import { namesOf } from './clauses';
import { PAGES, type ReadLine, SCORER_WORDS, WITHOUT_FACTS_WORDS } from './layout';
import { ruleFromText } from './rule-text';
import { OVER_WORDS, RULE_WORDS } from './rule-words';

interface Node {
  readonly path: string;
  readonly criteria: unknown[];
}

/** Parts in the order of the page; a line without a place to belong to is named and left out. */
export function readCriteria(finder: CellFinder, lines: readonly ReadLine[]): unknown[] {
  const parts: unknown[] = [];
  const open: Node[] = [];
  lines.forEach((line, no) => {
    const level = Number(line.values['level']);
    const above = level === 1 ? { path: 'definition', criteria: parts } : open[level - 2];
    if (!Number.isInteger(level) || above === undefined) return fault(finder, line, open.length);
    open.length = level - 1;
    const path = `${above.path}.${level === 1 ? 'parts' : 'criteria'}[${above.criteria.length}]`;
    for (const { key } of PAGES.criteria.columns) finder.place(`${path}.${key}`, 'criteria', line.row, key);
    finder.place(path, 'criteria', line.row);
    const next = Number(lines[no + 1]?.values['level']);
    const leaf = level > 1 && (line.values['rule'] !== undefined || !(next > level));
    const criteria: unknown[] = [];
    if (!leaf) open.push({ path, criteria });
    above.criteria.push(leaf ? criterionOf(finder, line, path) : containerOf(finder, line, level, criteria));
  });
  return parts;
}

function fault(finder: CellFinder, { row }: ReadLine, depth: number): void {
  const most = depth + 1;
  finder.fault('criteria', row, 'level', 'levelWrong', {
    zh: `层级应为 1 至 ${most} 的整数：1 是考核部分，下一层紧跟在所属的一行之后；有评分规则的一行下面不能再分。`,
    en: `The level must be a whole number from 1 to ${most}: 1 is a part; a line with a rule has nothing below it.`,
  });
}

function containerOf(finder: CellFinder, { row, values }: ReadLine, level: number, criteria: unknown[]): object {
  const { code, name, marks, weight, note } = values;
  const wrong = ['rule', 'parameters', 'over', 'scorer', 'tasks', 'withoutFacts', level === 1 ? 'note' : 'weight'];
  for (const key of wrong.filter((each) => values[each] !== undefined)) {
    finder.fault('criteria', row, key, 'notHere', {
      zh: '考核部分和含有子项的一行不填这一栏。',
      en: 'A part, or a line with others below it, leaves this column blank.',
    });
  }
  return stripped({ code, name, marks, ...(level === 1 ? { weight } : { note }), criteria });
}

function criterionOf(finder: CellFinder, line: ReadLine, path: string): object {
  const { code, name, marks, scorer, withoutFacts, note } = line.values;
  for (const key of ['parameters', 'over']) finder.place(`${path}.rule.${key}`, 'criteria', line.row, key);
  if (line.values['weight'] !== undefined) {
    finder.fault('criteria', line.row, 'weight', 'notHere', {
      zh: '权重只填在考核部分（层级 1）的一行。',
      en: 'Only a part (level 1) has a weight.',
    });
  }
  return stripped({
    code,
    name,
    marks,
    rule: ruleOf(finder, line, path),
    tasks: tasksOf(finder, line),
    scorer: scorer === undefined ? undefined : scorerOf(scorer),
    withoutFacts: withoutFacts === undefined ? undefined : (WITHOUT_FACTS_WORDS[withoutFacts] ?? withoutFacts),
    note,
  });
}

function ruleOf(finder: CellFinder, { row, values }: ReadLine, path: string): unknown {
  const kind = Object.entries(RULE_WORDS).find(([, { word }]) => word === values['rule'])?.[0];
  if (kind === undefined) {
    const words = Object.values(RULE_WORDS).map(({ word }) => word);
    finder.fault('criteria', row, 'rule', 'unknownKind', {
      zh: `应为以下之一：${words.join('、')}。`,
      en: `Must be one of: ${words.join(', ')}.`,
    });
    return undefined;
  }
  const { rule, wrong } = ruleFromText(kind, values['parameters'] ?? '', values['code'] ?? '');
  for (const words of wrong) finder.fault('criteria', row, 'parameters', 'unreadable', words);
  for (const parameter of Object.keys(rule)) {
    if (parameter !== 'kind') finder.place(`${path}.rule.${parameter}`, 'criteria', row, 'parameters');
  }
  const over = values['over'];
  return over === undefined ? rule : { ...rule, over: OVER_WORDS[over] ?? over };
}

function scorerOf(text: string): unknown {
  const office = /^部门[:：]\s*(.+)$/u.exec(text)?.[1];
  return office === undefined ? (SCORER_WORDS[text] ?? text) : { office };
}

function tasksOf(finder: CellFinder, { row, values }: ReadLine): unknown {
  const text = values['tasks'];
  if (text === undefined) return undefined;
  if (text === '全部任务' || text === '全部') return 'all';
  const [, word, names = ''] = /^(编号|项目)[:：](.*)$/su.exec(text) ?? [];
  const named = namesOf(names);
  if (word !== undefined && named !== undefined) return { [word === '编号' ? 'codes' : 'programmes']: named };
  finder.fault('criteria', row, 'tasks', 'unreadable', {
    zh: '应为“全部任务”，或“编号：A1；A2”，或“项目：组织建设；维权”。',
    en: 'Must be 全部任务, or 编号：… or 项目：… with the names after it.',
  });
  return undefined;
}

const stripped = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
