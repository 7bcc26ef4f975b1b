/** The page of instructions of a scheme's spreadsheet (填写说明), and the lines that show how (示例行). */
import { COURSE_LINES, type Line, type Pages, SCHEME_LINES } from './layout';
import { SAMPLE } from './page-reading';
import { RULE_WORDS } from './rule-words';

export const INSTRUCTIONS: readonly (readonly string[])[] = [
  ['考核方案填写说明', ''],
  ['怎样用', '按各表填写后，在系统“考核方案”中导入；导入前会先检查，有误的会指明哪张表、哪一行、哪一列，不会写入。'],
  ['带 * 的列', '必填。第一列写着“示例”的行只作参考，导入时跳过，可以删除。'],
  ['不要改动', '表名和第一行的列名不要改；列的顺序可以调整，可以增加自己的列。'],
  ['方案', '方案名称、年度、满分必填；其余各行没有的留空。'],
  [
    '考核内容',
    '一行一项。层级 1 是考核部分，2 是部分下的考核内容；含有子项的内容不填评分规则，子项写在它下面，层级加 1。下级分值之和应等于上级分值。',
  ],
  ['权重', '只填在层级 1 的行，大于 0、不超过 1；各部分分值乘权重之和应等于满分。'],
  ['评分人', '系统计算、自评、上级评定，或“部门：”加考核部门表中的编号，例如“部门：ZZ”。'],
  ['任务范围', '“全部任务”，或“编号：A1；A2”，或“项目：组织建设；维权”。不从任务取数的留空。'],
  ['依据', '按什么计分：完成率、按时率、填报质量，或由评分人填写的数。不填按完成率。'],
  [
    '规则参数',
    '各项之间用分号；名称里有标点的用英文双引号括起来，例如 "查实、通报"=2；方括号内可写编号，例如 [D1]未建档=2。',
  ],
  ...Object.values(RULE_WORDS).map(({ word, sample }) => [`　${word}`, sample]),
  ['加减分项', '每次分值留空的，由记录时逐次给分；封顶是这一种累计最多的分。合计封顶写在“方案”表。'],
  ['一票否决', '后果：全部计零、限制等次（在“最好等次”写等次编号）、取消评优。'],
  ['分组', '按工会类型（区域、行业、企业）和职工人数自动归组；都不填的由人工分组。'],
  ['等次', '好的在前；名额比例按百分数填，取整时舍去。最后一个等次不填分数线和名额。'],
  ['流程', '各环节的工作日数；没有的环节不写。'],
];

const blank = (words: Readonly<Record<string, string>>, key: string): Line[] =>
  Object.keys(words).map((word) => ({ [key]: word }));

const sample = (key: string, line: Line): Line => ({ ...line, [key]: SAMPLE });

export const SAMPLES: Pages = {
  scheme: blank(SCHEME_LINES, 'item'),
  criteria: [
    sample('level', { code: 'A', name: '组织建设（考核部分，层级填 1）', marks: '30' }),
    sample('level', {
      code: 'A1',
      name: '职工之家建家率（层级填 2）',
      marks: '3',
      rule: '分档得分',
      parameters: '≥70=3；≥60=2；≥50=1',
      over: '填写数',
      scorer: '上级评定',
      withoutFacts: '待评',
    }),
  ],
  offices: [sample('code', { name: '组织部（编号如 ZZ）' })],
  entries: [sample('sign', { code: 'J1', name: '获市级表彰', each: '2', cap: '4' })],
  vetoes: [sample('code', { name: '未按时足额上缴经费', effect: '取消评优' })],
  classes: [sample('code', { name: '规模较大的社区', kinds: '区域', sizeFrom: '500' })],
  grades: [sample('code', { name: '优秀', atLeast: '90', quota: '30' })],
  course: blank(COURSE_LINES, 'step').map((line) => sample('step', { days: `${line['step'] ?? ''}的工作日数` })),
};
