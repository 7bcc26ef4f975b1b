/** Returns as rows of a spreadsheet (报表导出行): one line a union, an empty cell where nothing was given, zero as 0. Pure. */
import type { SheetColumn } from '../../intake/sheet-out';
import type { CellValues, Said } from '../check/cell-values';
import type { FormDefinition } from '../definition/definition';
import type { ReturnStatus } from '../return/form-return.entity';
import type { Standing } from '../standing/tally';

export type SheetCell = string | number | null;

export interface ReturnRow {
  readonly unionName: string;
  readonly aboveName: string | null;
  readonly standing: Standing;
  readonly status: ReturnStatus | null;
  readonly values: CellValues | null;
  readonly missing: Said | null;
  readonly words: Said | null;
  readonly submittedBy: string | null;
  readonly submittedAt: string | null;
}

export const STANDING_WORDS: Record<Standing, string> = {
  on_time: '按时',
  late: '逾期',
  missing: '未报',
  exempted: '免报',
};

const STATUS_WORDS: Record<ReturnStatus, string> = {
  draft: '草稿',
  submitted: '已上报',
  returned: '已退回',
  accepted: '已通过',
  corrected: '已更正',
  withdrawn: '已撤回',
};

export function columnsOf({ cells }: FormDefinition): SheetColumn[] {
  return [
    { title: '填报单位', width: 24 },
    { title: '上级工会', width: 24 },
    { title: '报送情况', width: 10 },
    { title: '状态', width: 10 },
    ...cells.map(({ name, unit }) => ({ title: `${name}（${unit}）`, width: 16 })),
    { title: '说明', width: 40 },
    { title: '填报人', width: 12 },
    { title: '上报时间', width: 24 },
  ];
}

export function rowOf(definition: FormDefinition, row: ReturnRow): SheetCell[] {
  const { unionName, aboveName, standing, status, values, submittedBy, submittedAt } = row;
  return [
    unionName,
    aboveName,
    STANDING_WORDS[standing],
    status === null ? null : STATUS_WORDS[status],
    ...definition.cells.map(({ key }) => numberOf(values?.[key])),
    saidOf(definition, row),
    submittedBy,
    submittedAt,
  ];
}

/** 合计: what was accepted, and how many unions it lacks. */
export function totalRow(definition: FormDefinition, sums: readonly (string | null)[], lacking: number): SheetCell[] {
  const words = lacking === 0 ? null : `缺 ${lacking} 个单位`;
  return [
    '合计（已通过）',
    null,
    null,
    null,
    ...definition.cells.map((_, no) => numberOf(sums[no])),
    words,
    null,
    null,
  ];
}

/** Numbers beyond fifteen digits would be rounded: they stay texts. */
function numberOf(value: string | null | undefined): SheetCell {
  if (value === null || value === undefined) return null;
  return value.length > 15 ? value : Number(value);
}

function saidOf({ cells, rules }: FormDefinition, { missing, words }: ReturnRow): string | null {
  const names = new Map(cells.map(({ key, name }) => [key, name]));
  const said = [
    ...Object.entries(missing ?? {}).map(([key, text]) => `${names.get(key) ?? key}缺报：${text}`),
    ...Object.entries(words ?? {}).flatMap(([key, text]) => (rules.some((rule) => rule.key === key) ? [text] : [])),
  ];
  return said.length === 0 ? null : said.join('；');
}
