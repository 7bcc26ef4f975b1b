/** The JSON Schema (2020-12) of a scheme (考核方案): in the API's reference, and as a document of its own. */
import { SCHEME_EXAMPLE } from '../scheme-example';
import { RULE_SCHEMAS } from './rule-schemas';
import {
  code,
  counting,
  decimal,
  type JsonSchema,
  list,
  object,
  oneOf,
  ref,
  SCHEMAS_AT,
  text,
  whole,
} from './schema-parts';

const marks = decimal('分值 marks');
const cap = decimal('封顶 at most');
const named = { code: code('编号 code'), name: text('名称 name') };

const selection: JsonSchema = {
  description: '适用的任务：全部、按项目或按编号 which tasks: all, by programme or by code',
  anyOf: [
    { type: 'string', const: 'all' },
    object({ programmes: list(text('项目 programme', 100), 100, '项目 programmes') }),
    object({ codes: list(text('任务编号 code', 100), 100, '任务编号 codes') }),
  ],
};

const scorer: JsonSchema = {
  description: '谁评分：系统、自评、上级、指定部门 computed, the union itself, the tier above, or a named office',
  anyOf: [
    { type: 'string', enum: ['computed', 'self', 'office'] },
    object({ office: code('部门编号 the office’s code') }),
  ],
};

const entries = object({
  kinds: list(
    object({ ...named, each: decimal('每次 points of one'), cap, ...counting }, { free: ['each', 'counts', 'per'] }),
    100,
    '种类 kinds',
  ),
  cap: decimal('合计封顶 at most in all'),
});

const days = (words: string): JsonSchema => whole(`${words}，工作日 working days`, 0);

const course = object(
  {
    selfScore: days('自评 self-score'),
    review: days('初评 first review'),
    final: days('终评 final score'),
    appeal: days('申诉 appeal'),
    decide: days('答复 decision'),
  },
  { free: ['selfScore', 'review', 'final', 'appeal', 'decide'], description: '考核流程 course' },
);

const grading = object(
  {
    grades: list(
      object(
        { ...named, atLeast: decimal('分数线 at least'), quota: decimal('比例上限 at most percent') },
        { free: ['atLeast', 'quota'] },
      ),
      20,
      '等次，好的在前 the best first',
    ),
    quotaTies: oneOf(['in', 'out'], '名额边缘同分：都进或都不进 equal points at the edge: all in, or all out'),
  },
  { free: ['quotaTies'], description: '等次评定 grading' },
);

const classes = list(
  object(
    {
      ...named,
      kinds: list(oneOf(['area', 'industry', 'enterprise'], '工会类型 kind'), 3, '工会类型 kinds'),
      sizeFrom: whole('职工人数不少于 workers from', 0),
      sizeBelow: whole('职工人数少于 workers below', 0),
    },
    { free: ['kinds', 'sizeFrom', 'sizeBelow'] },
  ),
  50,
  '考核分组 classes of comparable unions',
);

/** By the names they have in the API's reference. */
export const SCHEME_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  ...RULE_SCHEMAS,
  ScoringRule: { description: '评分规则 a scoring rule, by its kind', anyOf: Object.keys(RULE_SCHEMAS).map(ref) },
  CriterionDefinition: object(
    {
      ...named,
      marks,
      rule: ref('ScoringRule'),
      tasks: selection,
      scorer,
      withoutFacts: oneOf(['open', 'zero', 'full'], '没有数据时：待评、零分、满分 without facts: open, zero or full'),
      note: text('考核说明 how it is meant', 2000),
    },
    { free: ['tasks', 'withoutFacts', 'note'], description: '考核内容 one scored item' },
  ),
  CriterionGroup: object(
    { ...named, marks, note: text('考核说明 how it is meant', 2000), criteria: list(ref('CriterionNode'), 200, '') },
    { free: ['note'], description: '由若干子项组成的考核内容 a criterion made of others' },
  ),
  CriterionNode: { anyOf: [ref('CriterionDefinition'), ref('CriterionGroup')] },
  PartDefinition: object(
    {
      ...named,
      marks,
      weight: decimal('权重 weight, above 0 up to 1', 4),
      criteria: list(ref('CriterionNode'), 200, '考核内容 criteria'),
    },
    { free: ['weight'], description: '考核部分 a part' },
  ),
  SchemeDefinition: {
    ...object(
      {
        fullMarks: decimal('满分 full marks'),
        parts: list(ref('PartDefinition'), 20, '考核部分 parts'),
        offices: list(object(named), 50, '负责考核部门 offices that score'),
        bonuses: { ...entries, description: '加分项 bonuses' },
        penalties: { ...entries, description: '减分项 penalties' },
        vetoes: list(
          object(
            {
              ...named,
              effect: oneOf(['zero', 'gradeCapped', 'awardLost'], '后果 what it does'),
              grade: code('最好还能评的等次 the best grade left'),
            },
            { free: ['grade'] },
          ),
          50,
          '一票否决 vetoes',
        ),
        classes,
        grading,
        ties: object(
          {
            by: oneOf(['shared', 'criteria'], '同分：并列或依次比较 equal points: shared, or by criteria in order'),
            criteria: list(code('考核内容编号 code'), 200, '依次比较的考核内容 in order'),
          },
          { free: ['criteria'] },
        ),
        course,
      },
      {
        free: ['offices', 'bonuses', 'penalties', 'vetoes', 'classes', 'grading', 'ties', 'course'],
        description: '考核方案 a scheme; its parts, by weight, add up to the full marks',
      },
    ),
    example: SCHEME_EXAMPLE,
  },
};

/** The same in one document, for whoever checks a scheme without the API. */
export function schemeSchemaDocument(): JsonSchema {
  const { SchemeDefinition, ...others }: Record<string, unknown> = JSON.parse(
    JSON.stringify(SCHEME_SCHEMAS).replaceAll(SCHEMAS_AT, '#/$defs/'),
  );
  const { example, ...root } = SchemeDefinition as JsonSchema;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:sanji:scheme',
    title: '考核方案 scheme',
    ...root,
    examples: [example],
    $defs: others,
  };
}
