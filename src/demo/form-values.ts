/** What the demo's forms ask for and what its communities give (报表数): made up so that the report's figures come out. Pure. */
import type { FormCell, FormDefinition, FormRule } from '../form/definition/definition';
import { sharesOf } from './closed-year';
import type { DemoDistrict } from './district';
import { reportYear, valueOf } from './report';
import { whim } from './spread';

const cell = (key: string, name: string, unit: string): FormCell => ({
  ...{ key, name, unit, kind: 'whole', required: true, min: '0' },
});
const within = (part: string): FormRule => ({
  ...{ key: `${part}Within`, kind: 'part', severity: 'hard', part, whole: 'members' },
});

const members = [
  cell('members', '会员人数', '人'),
  cell('women', '女会员人数', '人'),
  cell('migrants', '外来务工会员人数', '人'),
];

const base = {
  cells: members,
  rules: [within('women'), within('migrants')],
  owedBy: { tiers: ['community'], under: [], unions: [] },
} as const;

export const HALF_YEARLY: { code: string; definition: FormDefinition } = {
  code: 'membership',
  definition: {
    ...base,
    ...{
      name: '会员与互助保险统计半年报',
      programme: 'S17',
      about: '会员按期末实有数，互助保险按本期新参保份数填报。',
    },
    cells: [...members, cell('policies', '新参保互助保险', '份')],
    moments: { opensAfter: 0, dueAfter: 10, locksAfter: 20 },
  },
};

export const MONTHLY: { code: string; definition: FormDefinition } = {
  code: 'membership-monthly',
  definition: {
    ...base,
    ...{ name: '会员统计月报', programme: 'S05', about: '按月末实有数填报。' },
    cells: [...members, cell('joined', '本月新入会人数', '人')],
    moments: { opensAfter: null, dueAfter: 5, locksAfter: null },
  },
};

interface Given {
  /** The community. */
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Members of the end of the year are the report's; of the insurance two thirds came in the first half. */
export function halfYearly(district: DemoDistrict, period: string): Given[] {
  const whole = period === `${reportYear}H2`;
  const policies = byName(district, 'insurance.policies', valueOf('insurance.policies'));
  return [...byName(district, 'worker.member', valueOf('worker.member'))].map(([name, last]) => {
    const count = whole ? last : Math.round(last * 0.96);
    const year = policies.get(name) ?? 0;
    const first = Math.round((year * 2) / 3);
    return { name, values: { ...parts(name, count), policies: String(whole ? year - first : first) } };
  });
}

export const monthly = (district: DemoDistrict, period: string): Given[] =>
  [...byName(district, 'worker.member', valueOf('worker.member'))].map(([name, base]) => {
    const joined = 4 + whim(`joined ${name} ${period}`, 60);
    const count = Math.round(base * 1.04) + Number(period.slice(5, 7)) * 8 + joined;
    return { name, values: { ...parts(name, count), joined: String(joined) } };
  });

const parts = (name: string, count: number): Record<string, string> => ({
  members: String(count),
  women: String(Math.round((count * (38 + whim(`women ${name}`, 14))) / 100)),
  migrants: String(Math.round((count * (55 + whim(`migrants ${name}`, 25))) / 100)),
});

const byName = (district: DemoDistrict, code: string, value: number): ReadonlyMap<string, number> =>
  new Map(
    sharesOf(district, code, value).flatMap(({ leaves }) => leaves.map(({ place, target }) => [place.name, target])),
  );
