/** The pages of a scheme's spreadsheet (电子表格版式): their columns, which must be filled, what may be chosen. */
import { OVER_WORDS, RULE_WORDS } from './rule-words';

export interface Column {
  readonly key: string;
  readonly title: string;
  /** Starred: it must be filled. */
  readonly must?: true;
  readonly width: number;
  readonly choices?: readonly string[];
}

export interface Page {
  readonly name: string;
  readonly columns: readonly Column[];
}

export type PageName = keyof typeof PAGES;

/** A line of a page: texts by the key of their column; what is left out is blank. */
export type Line = Readonly<Record<string, string>>;

const wordsOf = (words: Readonly<Record<string, string>>): readonly string[] => Object.keys(words);

export const LEVELS = ['1', '2', '3', '4', '5', '6'];
export const SCORER_WORDS: Readonly<Record<string, string>> = {
  系统计算: 'computed',
  自评: 'self',
  上级评定: 'office',
};
export const WITHOUT_FACTS_WORDS: Readonly<Record<string, string>> = { 待评: 'open', 零分: 'zero', 满分: 'full' };
export const SIGN_WORDS: Readonly<Record<string, string>> = { 加分: 'bonuses', 减分: 'penalties' };
export const EFFECT_WORDS: Readonly<Record<string, string>> = {
  全部计零: 'zero',
  限制等次: 'gradeCapped',
  取消评优: 'awardLost',
};
export const UNION_WORDS: Readonly<Record<string, string>> = { 区域: 'area', 行业: 'industry', 企业: 'enterprise' };
export const QUOTA_TIES_WORDS: Readonly<Record<string, string>> = { 同进: 'in', 同出: 'out' };
export const TIES_WORDS: Readonly<Record<string, string>> = { 并列: 'shared', 依次比较: 'criteria' };

/** The lines of the page 方案, with what they are in a scheme. */
export const SCHEME_LINES: Readonly<Record<string, string>> = {
  方案名称: 'title',
  年度: 'year',
  满分: 'fullMarks',
  加分合计封顶: 'bonusCap',
  减分合计封顶: 'penaltyCap',
  名额边缘同分: 'quotaTies',
  同分排名: 'ties',
  依次比较内容: 'tieCriteria',
};

/** The lines of the page 流程, with the steps they are. */
export const COURSE_LINES: Readonly<Record<string, string>> = {
  自评: 'selfScore',
  初评: 'review',
  终评: 'final',
  申诉: 'appeal',
  答复: 'decide',
};

const code: Column = { key: 'code', title: '编号', must: true, width: 12 };
const name: Column = { key: 'name', title: '名称', must: true, width: 36 };

export const PAGES = {
  scheme: {
    name: '方案',
    columns: [
      { key: 'item', title: '项目', must: true, width: 18 },
      { key: 'value', title: '内容', width: 48 },
    ],
  },
  criteria: {
    name: '考核内容',
    columns: [
      { key: 'level', title: '层级', must: true, width: 7, choices: LEVELS },
      code,
      name,
      { key: 'marks', title: '分值', must: true, width: 9 },
      { key: 'weight', title: '权重', width: 8 },
      { key: 'rule', title: '评分规则', width: 12, choices: Object.values(RULE_WORDS).map(({ word }) => word) },
      { key: 'parameters', title: '规则参数', width: 44 },
      { key: 'over', title: '依据', width: 11, choices: wordsOf(OVER_WORDS) },
      { key: 'scorer', title: '评分人', width: 13, choices: wordsOf(SCORER_WORDS) },
      { key: 'tasks', title: '任务范围', width: 22 },
      { key: 'withoutFacts', title: '无数据时', width: 10, choices: wordsOf(WITHOUT_FACTS_WORDS) },
      { key: 'note', title: '考核说明', width: 36 },
    ],
  },
  offices: { name: '考核部门', columns: [code, name] },
  entries: {
    name: '加减分项',
    columns: [
      { key: 'sign', title: '类别', must: true, width: 8, choices: wordsOf(SIGN_WORDS) },
      code,
      name,
      { key: 'each', title: '每次分值', width: 10 },
      { key: 'cap', title: '封顶', must: true, width: 9 },
      { key: 'counts', title: '自动计数', width: 14 },
      { key: 'per', title: '每几次', width: 9 },
    ],
  },
  vetoes: {
    name: '一票否决',
    columns: [
      code,
      name,
      { key: 'effect', title: '后果', must: true, width: 12, choices: wordsOf(EFFECT_WORDS) },
      { key: 'grade', title: '最好等次', width: 12 },
    ],
  },
  classes: {
    name: '分组',
    columns: [
      code,
      name,
      { key: 'kinds', title: '工会类型', width: 18 },
      { key: 'sizeFrom', title: '职工不少于', width: 12 },
      { key: 'sizeBelow', title: '职工少于', width: 12 },
    ],
  },
  grades: {
    name: '等次',
    columns: [
      code,
      name,
      { key: 'atLeast', title: '分数线', width: 10 },
      { key: 'quota', title: '名额比例%', width: 12 },
    ],
  },
  course: {
    name: '流程',
    columns: [
      { key: 'step', title: '环节', must: true, width: 10, choices: wordsOf(COURSE_LINES) },
      { key: 'days', title: '工作日', must: true, width: 10 },
    ],
  },
} as const satisfies Readonly<Record<string, Page>>;

export const PAGE_NAMES = Object.keys(PAGES) as readonly PageName[];

/** All lines of a scheme's spreadsheet, page by page. */
export type Pages = Readonly<Record<PageName, readonly Line[]>>;

/** The first word for a value. */
export const wordFor = (words: Readonly<Record<string, string>>, value: unknown): string =>
  Object.entries(words).find(([, each]) => each === value)?.[0] ?? String(value);

/** A line as it was found, and its row as the spreadsheet counts. */
export interface ReadLine {
  readonly row: number;
  readonly values: Line;
}

export type ReadPages = Readonly<Record<PageName, readonly ReadLine[]>>;
