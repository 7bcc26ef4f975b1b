/** How this year's tasks stand: what each target counts, when it began and is due, and how far each sub-district is. */
import { valueOf } from './report';

/** How one sub-district stands with one task. Numbers are its communities, counted from 0. */
export interface Pace {
  /** Part of the target that is accepted. */
  readonly done?: number;
  readonly unsigned?: true;
  readonly undivided?: true;
  /** Only its first community has signed. */
  readonly unsignedLeaves?: true;
  readonly submitted?: number;
  readonly returned?: number;
  readonly resubmitted?: number;
  readonly draft?: number;
  readonly zero?: number;
  readonly silent?: number;
  /** The part it keeps, reports on itself, and waits for the district. */
  readonly keeps?: number;
  /** The part of its first community's share that it gives to nobody. */
  readonly lacks?: { readonly part: number; readonly reason: string };
}

export interface GoalWork {
  readonly code: string;
  readonly title: string;
  readonly programme: string;
  /** What a percentage is of; left out where the target is a count already. */
  readonly whole?: number;
  readonly definition: string;
  readonly baseline?: number;
  readonly measure: {
    readonly name: string;
    readonly unit: string;
    readonly kind: 'flow' | 'stock';
    readonly decimals: 0;
  };
  /** Days before today. */
  readonly begunAgo: number;
  /** Days after today; negative when it is past. */
  readonly dueIn: number;
  /** One for each sub-district, in the order of the report. */
  readonly paces: readonly Pace[];
}

const LEGAL_PERSONS = 3200;
const KEY_ENTERPRISES = 60;
const unionized = valueOf('enterprise.unionized');
const workers = valueOf('worker.total');
const stock = (name: string, unit: string) => ({ name, unit, kind: 'stock', decimals: 0 }) as const;

const all: readonly GoalWork[] = [
  {
    code: 'rate.establishment.legal-person',
    title: '法人企业建立工会组织',
    programme: 'S21',
    whole: LEGAL_PERSONS,
    // 99.3 % of the same whole, for the eye only: it was measured against other enterprises.
    baseline: Math.floor((LEGAL_PERSONS * 993) / 1000),
    definition: `分子：已建立工会组织的法人企业；分母：全区法人企业 ${LEGAL_PERSONS} 家（演示数）。基数按 2014 年建会率 99.3% 折算，但 2014 年只统计预置非公企业，口径不同。`,
    measure: stock('已建会法人企业', '家'),
    begunAgo: 60,
    dueIn: 60,
    paces: [{ done: 0.56 }, { done: 0.52 }, { done: 0.5, submitted: 1 }, { done: 0.54 }],
  },
  {
    code: 'rate.membership',
    title: '职工入会',
    programme: 'S21',
    whole: workers,
    baseline: valueOf('worker.member'),
    definition: `分子：工会会员；分母：现有职工 ${workers} 人。`,
    measure: stock('工会会员', '人'),
    begunAgo: 90,
    dueIn: 30,
    paces: [{ done: 0.74 }, { done: 0.6 }, { done: 0.55, submitted: 0, resubmitted: 2 }, { done: 0.35 }],
  },
  {
    code: 'rate.home-acceptance',
    title: '基层工会合格职工之家验收',
    programme: 'S06',
    whole: unionized,
    definition: `分子：验收合格的基层工会；分母：基层工会 ${unionized} 个。`,
    measure: stock('验收合格的基层工会', '个'),
    begunAgo: 90,
    dueIn: 30,
    paces: [{ done: 0.4 }, { done: 0.3, returned: 1 }, { done: 0.25 }, { done: 0.2, zero: 1 }],
  },
  {
    code: 'rate.home-review',
    title: '会员评议职工之家',
    programme: 'S06',
    whole: unionized,
    definition: `分子：开展会员评议职工之家活动的基层工会；分母：基层工会 ${unionized} 个。`,
    measure: stock('开展评议的基层工会', '个'),
    begunAgo: 120,
    dueIn: -5,
    paces: [{ done: 1 }, { done: 0.9, silent: 3, submitted: 3 }, { done: 0.8, silent: 3 }, { done: 0.7 }],
  },
  {
    code: 'rate.workers-congress',
    title: '企业建立职代会制度',
    programme: 'S21',
    whole: unionized,
    definition: `分子：建立职代会制度的企业；分母：已建会企业 ${unionized} 家。`,
    measure: stock('建立职代会制度的企业', '家'),
    begunAgo: 18,
    dueIn: 100,
    paces: [{ unsignedLeaves: true }, { undivided: true }, { unsigned: true }, { unsigned: true }],
  },
  {
    code: 'rate.wage-bargaining',
    title: '企业建立工资集体协商制度',
    programme: 'S07',
    whole: unionized,
    definition: `分子：建立工资集体协商制度的企业；分母：已建会企业 ${unionized} 家。`,
    measure: stock('建立工资集体协商制度的企业', '家'),
    begunAgo: 45,
    dueIn: 45,
    paces: [
      { done: 0.5 },
      { done: 0.45, keeps: 0.05 },
      { done: 0.48, resubmitted: 0 },
      { done: 0.45, lacks: { part: 0.4, reason: '大梅沙片区部分企业停业整顿，待恢复经营后再分解。' } },
    ],
  },
  {
    code: 'rate.wage-agreement-key-enterprises',
    title: '重点企业签订工资专项集体协议',
    programme: 'S07',
    whole: KEY_ENTERPRISES,
    definition: `分子：签订工资专项集体协议的重点企业；分母：重点企业 ${KEY_ENTERPRISES} 家（演示数）。力争全部签订。`,
    measure: stock('签订工资专项集体协议的重点企业', '家'),
    begunAgo: 30,
    dueIn: 60,
    paces: [
      { done: 0.34, submitted: 0, draft: 1 },
      { done: 0.34, returned: 0 },
      { done: 0.34, resubmitted: 1 },
      { done: 0, zero: 0 },
    ],
  },
  {
    code: 'training.free-trainees',
    title: '万名职工免费培训',
    programme: 'S14',
    baseline: valueOf('training.attendances'),
    definition: '统计参加免费培训的人次，同一人参加两次计两人次。基数为 2014 年培训劳务工人次。',
    measure: { name: '免费培训', unit: '人次', kind: 'flow', decimals: 0 },
    begunAgo: 75,
    dueIn: 75,
    paces: [
      { done: 0.55, draft: 2 },
      { done: 0.35, submitted: 1, returned: 2 },
      { done: 0.1 },
      { done: 0.52, zero: 3 },
    ],
  },
];

export function goalWork(code: string): GoalWork {
  const found = all.find((work) => work.code === code);
  if (found === undefined) throw new Error(`The demo has no task for ${code}`);
  return found;
}
