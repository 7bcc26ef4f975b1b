/** The words for rules in a spreadsheet (评分规则用语): the kinds, and the names of their parameters. */
import { COUNTED } from '../countable';

/** How a parameter is kept: a decimal text, yes or no, or one of a few words. */
export type ValueKind = 'decimal' | 'flag' | 'whole' | Readonly<Record<string, string>>;

interface NamedValue {
  /** `beyond.per`: the parameter inside an object. */
  readonly at: string;
  readonly is: ValueKind;
}

/** The parameter that is a list, and how one entry is written. */
type ListWords =
  | { readonly at: string; readonly of: 'steps'; readonly from: string; readonly to: string }
  | { readonly at: string; readonly of: 'named'; readonly extra: Readonly<Record<string, NamedValue>> }
  | { readonly at: string; readonly of: 'values' };

export interface RuleWords {
  readonly word: string;
  readonly values: Readonly<Record<string, NamedValue>>;
  readonly list?: ListWords;
  /** For the page of instructions. */
  readonly sample: string;
}

const decimal = (at: string): NamedValue => ({ at, is: 'decimal' });

/** Counted by the platform (自动计数): the things by their Chinese names. */
export const COUNTED_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(COUNTED).map(([fact, { zh }]) => [zh, fact]),
);
const COUNTING = { 自动计数: { at: 'counts', is: COUNTED_WORDS }, 每几次: { at: 'per', is: 'whole' } } as const;

export const RULE_WORDS: Readonly<Record<string, RuleWords>> = {
  proportional: {
    word: '比例得分',
    values: {
      满分线: decimal('fullAt'),
      超额每: decimal('beyond.per'),
      超额加: decimal('beyond.points'),
      超额封顶: decimal('beyond.cap'),
    },
    sample: '满分线=0.95；超额每=5；超额加=0.5；超额封顶=2',
  },
  bands: {
    word: '分档得分',
    values: {},
    list: { at: 'bands', of: 'steps', from: 'atLeast', to: 'points' },
    sample: '≥90=3；≥80=2；≥70=1',
  },
  threshold: { word: '达标得分', values: { 达标: decimal('atLeast') }, sample: '达标=95' },
  deduction: {
    word: '扣分',
    values: { 最低: decimal('floor') },
    list: { at: 'grounds', of: 'named', extra: { 封顶: decimal('most'), ...COUNTING } },
    sample: '未登记建档=2，只扣一次；材料逾期=0.5，封顶=3；最低=0',
  },
  shortfall: {
    word: '差额扣分',
    values: {
      应达: decimal('from'),
      每少: decimal('per'),
      扣: decimal('points'),
      最低: decimal('floor'),
      只计整步: { at: 'wholeSteps', is: 'flag' },
    },
    sample: '应达=95；每少=1；扣=0.5',
  },
  interval: {
    word: '区间插值',
    values: { 基准: decimal('base'), 挑战: decimal('challenge'), 基准分: decimal('basePoints') },
    sample: '基准=80；挑战=95；基准分=6',
  },
  counted: {
    word: '计件得分',
    values: {},
    list: { at: 'kinds', of: 'named', extra: { 封顶: decimal('cap'), ...COUNTING } },
    sample: '市级典型=2，封顶=4；区级典型=1',
  },
  rank: {
    word: '名次得分',
    values: { 其余: decimal('rest'), 并列: { at: 'ties', is: { 同分: 'same', 平均: 'mean' } } },
    list: { at: 'points', of: 'values' },
    sample: '60；57；54；51；48；其余=45；并列=平均',
  },
  relative: { word: '相对得分', values: {}, sample: '（不填）' },
  coefficients: {
    word: '系数得分',
    values: {},
    list: { at: 'steps', of: 'steps', from: 'at', to: 'coefficient' },
    sample: '≥100=1；≥80=0.8；≥60=0.5',
  },
  manual: { word: '评定', values: { 最低: decimal('min'), 最高: decimal('max') }, sample: '（可不填）最低=0' },
};

export const OVER_WORDS: Readonly<Record<string, string>> = {
  完成率: 'completion',
  按时率: 'punctuality',
  填报质量: 'quality',
  填写数: 'stated',
};
