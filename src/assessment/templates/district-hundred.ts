/** A template (方案模板): how a district may score its sub-districts out of a hundred, from published practice. */
import type { CriterionDefinition, SchemeDefinition } from '../scheme-types';

/** Fed from the tasks that carry the criterion's code. */
const fromTasks = (code: string): Pick<CriterionDefinition, 'code' | 'scorer' | 'tasks'> => ({
  code,
  scorer: 'computed',
  tasks: { codes: [code] },
});

const organising: SchemeDefinition['parts'][number] = {
  code: 'A',
  name: '组织建设',
  marks: '30',
  criteria: [
    {
      ...fromTasks('A1'),
      name: '新建工会和发展会员任务',
      marks: '12',
      rule: { kind: 'proportional', beyond: { per: '5', points: '0.5', cap: '2' } },
    },
    {
      code: 'A2',
      name: '动态建会率',
      marks: '10',
      rule: { kind: 'interval', over: 'stated', base: '95', challenge: '99', basePoints: '6' },
      scorer: { office: 'ZZ' },
    },
    {
      code: 'A3',
      name: '会员实名登记率',
      marks: '8',
      rule: { kind: 'shortfall', over: 'stated', from: '98', per: '1', points: '0.5' },
      scorer: { office: 'ZZ' },
    },
  ],
};

const rights: SchemeDefinition['parts'][number] = {
  code: 'B',
  name: '维权服务',
  marks: '25',
  criteria: [
    {
      code: 'B1',
      name: '集体合同覆盖率',
      marks: '10',
      rule: {
        kind: 'coefficients',
        over: 'stated',
        steps: [
          { at: '95', coefficient: '1' },
          { at: '85', coefficient: '0.75' },
          { at: '75', coefficient: '0.5' },
          { at: '65', coefficient: '0.25' },
        ],
      },
      scorer: { office: 'QY' },
    },
    {
      code: 'B2',
      name: '服务职工项目和典型',
      marks: '8',
      rule: {
        kind: 'counted',
        kinds: [
          { code: 'B2-1', name: '市级及以上典型', points: '2', cap: '6' },
          { code: 'B2-2', name: '区级典型', points: '1', cap: '4' },
        ],
      },
      scorer: { office: 'QY' },
    },
    {
      code: 'B3',
      name: '职代会和民主管理',
      marks: '7',
      rule: {
        kind: 'deduction',
        grounds: [
          { code: 'B3-1', name: '辖区规模以上企业未开职代会，每家', points: '0.5' },
          { code: 'B3-2', name: '未建立劳动争议预警联络', points: '2', most: '2' },
        ],
      },
      scorer: { office: 'QY' },
    },
  ],
};

/** Sixty marks by rank, of which a quarter goes into the whole. */
const ranked: SchemeDefinition['parts'][number] = {
  code: 'C',
  name: '年度重点工作排名',
  marks: '60',
  weight: '0.25',
  criteria: [
    {
      code: 'C1',
      name: '全部任务完成情况排名',
      marks: '60',
      rule: { kind: 'rank', points: ['60', '57', '54', '51', '48'], rest: '45', ties: 'same' },
      scorer: 'computed',
      tasks: 'all',
    },
  ],
};

const funds: SchemeDefinition['parts'][number] = {
  code: 'D',
  name: '经费和经审',
  marks: '15',
  criteria: [
    {
      code: 'D1',
      name: '经费按时足额上缴',
      marks: '10',
      rule: { kind: 'threshold', over: 'stated', atLeast: '100' },
      scorer: { office: 'CW' },
    },
    {
      code: 'D2',
      name: '同级审计和整改',
      marks: '5',
      rule: {
        kind: 'bands',
        over: 'stated',
        bands: [
          { atLeast: '95', points: '5' },
          { atLeast: '50', points: '2' },
        ],
      },
      scorer: { office: 'CW' },
    },
  ],
};

const own: SchemeDefinition['parts'][number] = {
  code: 'E',
  name: '自身建设',
  marks: '15',
  criteria: [
    {
      code: 'E1',
      name: '按时填报',
      marks: '5',
      rule: {
        kind: 'bands',
        over: 'punctuality',
        bands: [
          { atLeast: '95', points: '5' },
          { atLeast: '80', points: '3' },
        ],
      },
      scorer: 'computed',
      tasks: 'all',
    },
    { code: 'E2', name: '特色和创新工作', marks: '10', rule: { kind: 'manual' }, scorer: 'office' },
  ],
};

export const DISTRICT_HUNDRED: SchemeDefinition = {
  fullMarks: '100',
  parts: [organising, rights, ranked, funds, own],
  offices: [
    { code: 'ZZ', name: '组织部门' },
    { code: 'QY', name: '权益保障部门' },
    { code: 'CW', name: '财务部门' },
  ],
  bonuses: {
    kinds: [
      { code: 'J1', name: '受上级表彰', each: '1', cap: '3' },
      { code: 'J2', name: '经验在全区以上推广', each: '1', cap: '2' },
      { code: 'J3', name: '承担上级试点', cap: '2' },
    ],
    cap: '5',
  },
  penalties: { kinds: [{ code: 'K1', name: '被上级通报批评', each: '2', cap: '6' }], cap: '6' },
  vetoes: [
    { code: 'V1', name: '未完成经费上缴', effect: 'awardLost' },
    { code: 'V2', name: '弄虚作假', effect: 'gradeCapped', grade: 'HG' },
    { code: 'V3', name: '发生重大责任事故或群体性事件处置失当', effect: 'zero' },
  ],
  grading: {
    grades: [
      { code: 'YX', name: '优秀', atLeast: '90', quota: '30' },
      { code: 'LH', name: '良好', atLeast: '80' },
      { code: 'HG', name: '合格', atLeast: '60' },
      { code: 'BHG', name: '不合格' },
    ],
    quotaTies: 'out',
  },
  ties: { by: 'criteria', criteria: ['C1', 'A1'] },
  course: { selfScore: 10, review: 10, final: 5, appeal: 5, decide: 10 },
};
