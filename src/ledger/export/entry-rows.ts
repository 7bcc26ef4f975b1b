/** Entries as rows of a spreadsheet (台账导出行): masked as everywhere, one column a field or part of one. Pure. */
import { decimalsOf, type LedgerDefinition, type LedgerField } from '../type/definition';
import type { EntryRow } from '../entry/entry.reader';

export type Cell = string | number | null;

export interface ExportColumn {
  readonly header: string;
  readonly width: number;
}

export const STATUS_WORDS: Record<EntryRow['status'], string> = {
  draft: '草稿',
  submitted: '已上报',
  returned: '已退回',
  accepted: '已通过',
  corrected: '已更正',
  withdrawn: '已撤回',
};

export const PART_WORDS: Record<string, string> = {
  creditCode: '统一社会信用代码',
  idNumber: '身份证号',
  phone: '电话',
};

const exported = ({ fields }: LedgerDefinition): readonly LedgerField[] => fields.filter(({ kind }) => kind !== 'file');
export const partsOf = ({ kind, asks = [] }: LedgerField): readonly string[] =>
  kind === 'enterprise' ? ['creditCode'] : kind === 'person' ? asks : [];

export function columnsOf(definition: LedgerDefinition): ExportColumn[] {
  return [
    { header: '填报单位', width: 22 },
    { header: '日期', width: 12 },
    ...exported(definition).flatMap((field) => [
      { header: field.unit === undefined ? field.name : `${field.name}（${field.unit}）`, width: 16 },
      ...partsOf(field).map((part) => ({ header: `${field.name}-${PART_WORDS[part]}`, width: 22 })),
    ]),
    { header: '状态', width: 10 },
    { header: '填报人', width: 12 },
    { header: '上报时间', width: 24 },
    { header: '编号', width: 38 },
  ];
}

/** An empty field is an empty cell; zero is 0. */
export function rowOf(
  definition: LedgerDefinition,
  { id, unionName, day, values, status, createdBy, submittedAt }: EntryRow,
  unions: Readonly<Record<string, string>>,
): Cell[] {
  const given = values as Record<string, unknown>;
  return [
    unionName,
    day,
    ...exported(definition).flatMap((field) => [
      cellOf(field, given[field.key], unions),
      ...partsOf(field).map((part) => partOf(given[field.key], part)),
    ]),
    STATUS_WORDS[status],
    createdBy,
    submittedAt,
    id,
  ];
}

function cellOf(field: LedgerField, value: unknown, unions: Readonly<Record<string, string>>): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') return partOf(value, 'name');
  if (decimalsOf(field) !== null) return value.length > 15 ? value : Number(value);
  if (field.kind === 'choice') return field.choices?.find(({ code }) => code === value)?.name ?? value;
  return field.kind === 'union' ? (unions[value] ?? value) : value;
}

function partOf(value: unknown, part: string): string | null {
  const said = typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(part) : undefined;
  return typeof said === 'string' ? said : null;
}
