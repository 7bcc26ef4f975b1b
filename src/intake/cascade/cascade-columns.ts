/** The columns of the spreadsheet that divides a task (任务分解表), and the lines that are no union. Pure. */
import type { IntakeColumn } from '../taker';

/** In place of a union's code. */
export const KEPT = '自留';
export const REASON = '原因';

export const cascadeColumns: readonly IntakeColumn[] = [
  { key: 'code', title: '工会编码', must: true, example: '' },
  { key: 'name', title: '工会名称', example: '' },
  { key: 'target', title: '分解目标', must: true, example: '' },
  { key: 'dueOn', title: '完成期限', example: '' },
  { key: 'note', title: '说明', example: '' },
  { key: 'sheet', title: '表号', example: '' },
];
export type CascadeKey = 'code' | 'name' | 'target' | 'dueOn' | 'note' | 'sheet';

export const titleOf = (key: string): string => cascadeColumns.find((each) => each.key === key)?.title ?? key;

/** Whose it is: so that the file of another task is told and never taken for this one. */
export const cascadeNumber = (taskId: string): string => `FJ-${taskId}`;
