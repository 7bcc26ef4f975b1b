/** The JSON Schema of every scoring rule (评分规则): one name in the API's reference for each kind. */
import { code, counting, decimal, type JsonSchema, list, object, oneOf, text } from './schema-parts';

const over = oneOf(
  ['completion', 'punctuality', 'quality', 'stated'],
  '按什么计分：完成率（默认）、按时率、填报质量、评分人填写的数。What it goes by; completion when left out.',
);
const points = decimal('分 points');
const percent = (words: string) => decimal(`${words}，百分数 percent`);

/** A rule with its kind; `free` names the parameters that may be left out. */
const rule = (
  kind: string,
  description: string,
  parameters: Readonly<Record<string, JsonSchema>> = {},
  free: readonly string[] = [],
): JsonSchema => object({ kind: { type: 'string', const: kind }, ...parameters }, { free, description });

export const RULE_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  ProportionalRule: rule(
    'proportional',
    '按比例得分 points in proportion, full marks at `fullAt`',
    {
      fullAt: decimal('得满分的比率 the rate that gives full marks; 1 when left out', 4),
      over,
      beyond: object(
        { per: decimal('每超百分点 for each so many percentage points'), points, cap: decimal('封顶 at most') },
        { description: '超额加分 bonus beyond the target' },
      ),
    },
    ['fullAt', 'over', 'beyond'],
  ),
  BandsRule: rule(
    'bands',
    '分档得分 points by bands',
    {
      over,
      bands: list(object({ atLeast: percent('达到 at least'), points }), 50, '各档 the bands'),
    },
    ['over'],
  ),
  ThresholdRule: rule('threshold', '达标得分 full marks or nothing', { over, atLeast: percent('达标线 the line') }, [
    'over',
  ]),
  DeductionRule: rule(
    'deduction',
    '扣分 points lost for each occurrence, down to `floor`',
    {
      grounds: list(
        object(
          {
            code: code('事由编号 code'),
            name: text('扣分事由 ground'),
            points,
            most: decimal('最多扣 the most this ground can cost'),
            ...counting,
          },
          { free: ['most', 'counts', 'per'] },
        ),
        50,
        '扣分事由 the grounds',
      ),
      floor: decimal('最低得分 the least that is left'),
    },
    ['floor'],
  ),
  ShortfallRule: rule(
    'shortfall',
    '每少一定百分点扣分 points lost for what is missing below `from`',
    {
      over,
      from: percent('应达到 wanted'),
      per: percent('每少 for each'),
      points,
      floor: decimal('最低得分 the least that is left'),
      wholeSteps: { type: 'boolean', description: '不足一步不扣 only whole steps count' },
    },
    ['over', 'floor', 'wholeSteps'],
  ),
  IntervalRule: rule(
    'interval',
    '基准值与挑战值之间插值 between a base and a challenge value',
    {
      over,
      base: percent('基准值 base'),
      challenge: percent('挑战值 challenge'),
      basePoints: decimal('达到基准值得分 points at the base'),
    },
    ['over', 'basePoints'],
  ),
  CountedRule: rule('counted', '按件计分 points for each thing of a kind', {
    kinds: list(
      object(
        { code: code('种类编号 code'), name: text('种类 kind'), points, cap: decimal('封顶 at most'), ...counting },
        { free: ['cap', 'counts', 'per'] },
      ),
      50,
      '种类 the kinds',
    ),
  }),
  RankRule: rule(
    'rank',
    '按名次得分 points by rank',
    {
      over,
      points: list(points, 200, '各名次得分，第一名在前 the first rank first'),
      rest: decimal('其余名次得分 all further ranks'),
      ties: oneOf(['same', 'mean'], '并列：同分或取平均 equal values: the same points, or the mean'),
    },
    ['over', 'rest', 'ties'],
  ),
  RelativeRule: rule('relative', '以最高者为满分按比例得分 in proportion to the best', { over }, ['over']),
  CoefficientsRule: rule(
    'coefficients',
    '系数插值 coefficients with interpolation',
    {
      over,
      steps: list(
        object({ at: percent('达到 at'), coefficient: decimal('系数 coefficient', 4) }),
        50,
        '各档系数 the steps',
      ),
    },
    ['over'],
  ),
  ManualRule: rule(
    'manual',
    '评分人评定 a scorer’s points within limits',
    { min: decimal('最低 least'), max: decimal('最高 most: the full marks') },
    ['min', 'max'],
  ),
};
