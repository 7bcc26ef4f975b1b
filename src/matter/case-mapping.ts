/** The mapping of a source (字段映射): where in their body our fields stand, and what their codes mean here. Pure. */
import type { CaseStatus } from '../events/case-body';
import type { RowFaults } from '../kernel/row-faults';
import { type CaseKind, caseStatuses } from './case-course';

/** Paths such as `data.title` or `parts[0].text`; null: they do not send it. */
export interface CaseFields {
  readonly title: string;
  readonly content: string;
  readonly kind: string | null;
  readonly area: string | null;
  readonly occurredAt: string | null;
  readonly receivedAt: string | null;
  readonly dueOn: string | null;
}

export interface CaseMapping {
  readonly fields: CaseFields;
  readonly kinds: readonly { readonly theirs: string; readonly kind: CaseKind; readonly programme: string | null }[];
  readonly areas: readonly { readonly theirs: string; readonly unionCode: string }[];
  readonly statuses: readonly { readonly status: CaseStatus; readonly theirs: string; readonly words: string }[];
  /** Working days to answer where they send no day. */
  readonly workingDays: number;
}

const PATH = /^[^.[\]\s]{1,64}(?:\.[^.[\]\s]{1,64}|\[\d{1,3}\]){0,9}$/;

/** What is wrong with it by itself; whether the unions are there is asked elsewhere. */
export function checkMapping({ fields, kinds, areas, statuses }: CaseMapping, faults: RowFaults): void {
  for (const [name, path] of Object.entries(fields) as [string, string | null][])
    if (path !== null && !PATH.test(path)) faults.add(`mapping.fields.${name}`, badPath);
  twice(kinds, 'kinds', faults);
  twice(areas, 'areas', faults);
  statuses.forEach(({ status }, no) => {
    const first = statuses.findIndex((each) => each.status === status);
    if (first < no) faults.add(`mapping.statuses[${no}].status`, doubled(first + 1));
  });
  const missing = caseStatuses.filter((status) => !statuses.some((each) => each.status === status));
  if (missing.length > 0) faults.add('mapping.statuses', unsaid(missing));
}

function twice(rows: readonly { readonly theirs: string }[], name: string, faults: RowFaults): void {
  const seen = new Map<string, number>();
  rows.forEach(({ theirs }, no) => {
    const first = seen.get(theirs);
    if (first === undefined) seen.set(theirs, no);
    else faults.add(`mapping.${name}[${no}].theirs`, doubled(first + 1));
  });
}

const badPath = {
  code: 'case.path',
  words: {
    zh: '应为对方报文中的字段路径，如 data.title 或 parts[0].text。',
    en: 'It should be a path in their body, such as data.title or parts[0].text.',
  },
};
const doubled = (row: number): typeof badPath => ({
  code: 'case.twice',
  words: { zh: `与第 ${row} 行重复。`, en: `It is in row ${row} already.` },
});
const unsaid = (missing: readonly string[]): typeof badPath => ({
  code: 'case.statuses',
  words: { zh: `还缺以下状态：${missing.join('、')}。`, en: `These states are missing: ${missing.join(', ')}.` },
});
