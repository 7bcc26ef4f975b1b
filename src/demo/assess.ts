/** The assessments of the closed year: the district scores its sub-districts, and one of these its communities. */
import { programmes, reportYear } from './report';
import type { SchemeDefinition } from '../assessment/scheme-types';
import type { DemoDistrict, Place } from './district';
import type { Lane } from './lane';

/** What the office gave for special work (特色工作), by its place in the report, and why. */
const judgements: readonly (readonly [string, string])[] = [
  ['18.50', '田心社区动态管理试点形成经验，在全区推广。'],
  ['17.00', '职工文化活动有特色，宣传报道较少。'],
  ['17.50', '心灵驿站活动持续开展，职工反映良好。'],
  ['16.00', '旅游季节性用工入会有创新，台账需进一步规范。'],
  ['15.50', '完成规定动作，特色工作有待加强。'],
];

const programmesIn = (...codes: string[]): { programmes: string[] } => ({
  programmes: programmes.map(({ code }) => code).filter((code) => codes.includes(code)),
});

const special = {
  code: 'C1',
  name: '特色工作与创新',
  marks: '20',
  rule: { kind: 'manual' },
  scorer: 'office',
} as const;
const punctual = {
  code: 'B1',
  name: '按时填报',
  marks: '20',
  tasks: 'all',
  scorer: 'computed',
  rule: {
    kind: 'bands',
    over: 'punctuality',
    bands: [
      { atLeast: '98', points: '20' },
      { atLeast: '95', points: '18' },
      { atLeast: '90', points: '16' },
      { atLeast: '80', points: '12' },
    ],
  },
} as const;

const forSubdistricts: SchemeDefinition = {
  fullMarks: '100',
  parts: [
    {
      code: 'A',
      name: '工作任务完成',
      marks: '60',
      criteria: [
        {
          code: 'A1',
          name: '建会与入会',
          marks: '30',
          rule: { kind: 'proportional' },
          tasks: programmesIn('S05'),
          scorer: 'computed',
        },
        {
          code: 'A2',
          name: '培训、服务与帮扶',
          marks: '20',
          rule: { kind: 'proportional' },
          tasks: programmesIn('S14', 'S15', 'S16', 'S17'),
          scorer: 'computed',
        },
        {
          code: 'A3',
          name: '维权与安全生产',
          marks: '10',
          tasks: programmesIn('S10', 'S19'),
          scorer: 'computed',
          rule: {
            kind: 'bands',
            bands: [
              { atLeast: '100', points: '10' },
              { atLeast: '90', points: '8' },
              { atLeast: '70', points: '5' },
            ],
          },
        },
      ],
    },
    { code: 'B', name: '工作纪律', marks: '20', criteria: [punctual] },
    { code: 'C', name: '特色工作', marks: '20', criteria: [special] },
  ],
};

const forCommunities: SchemeDefinition = {
  fullMarks: '100',
  parts: [
    {
      code: 'A',
      name: '工作任务完成',
      marks: '60',
      criteria: [
        {
          code: 'A1',
          name: '年度任务完成',
          marks: '60',
          rule: { kind: 'proportional' },
          tasks: 'all',
          scorer: 'computed',
        },
      ],
    },
    { code: 'B', name: '工作纪律', marks: '20', criteria: [punctual] },
    { code: 'C', name: '特色工作', marks: '20', criteria: [special] },
  ],
};

export async function assessClosedYear(lane: Lane, district: DemoDistrict): Promise<void> {
  const [first] = district.below;
  if (first !== undefined) await assess(lane, first, `${reportYear} 年度社区工联会工作考核方案`, forCommunities);
  await assess(lane, district, `${reportYear} 年度街道总工会工作考核方案`, forSubdistricts);
}

/** Opened when the year's reports are in, judged before New Year, published after it. */
async function assess(lane: Lane, { actor, below }: Place, title: string, definition: SchemeDefinition): Promise<void> {
  lane.begin();
  lane.moveTo(`${reportYear}-02-10`);
  const scheme = await lane.schemes.create(actor, { year: reportYear, title, definition });
  lane.moveTo(`${reportYear}-12-26`);
  const { id } = await lane.assessments.open(actor, { schemeId: scheme.id });
  for (const [no, { unionId }] of below.entries()) {
    lane.moveTo(`${reportYear}-12-30`);
    const [points, reason] = judgements[no] ?? ['15.00', '完成规定动作。'];
    await lane.scoring.score(actor, id, unionId, special.code, { points, reason });
  }
  lane.moveTo(`${reportYear + 1}-01-08`);
  await lane.publications.publish(actor, id);
}
