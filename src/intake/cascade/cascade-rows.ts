/** Reads the lines of a division (任务分解表): shares, what is kept and why it falls short, or what is wrong and where. Pure. */
import { isText, toQuantity, isQuantity } from '../../http/field-rules';
import type { Words } from '../../kernel/errors';
import { RowFaults } from '../../kernel/row-faults';
import { dayOfCell } from '../day-cell';
import type { Cells, Numbered } from '../taker';
import { type CascadeKey, KEPT, REASON, titleOf } from './cascade-columns';

export interface ReadShare {
  readonly row: number;
  readonly unionId: string;
  readonly target: string;
  readonly dueOn?: string;
}

export interface ReadCascade {
  readonly shares: readonly ReadShare[];
  readonly kept?: { readonly row: number; readonly target: string };
  readonly reason?: { readonly row: number; readonly words: string };
}

interface Below {
  /** Unions directly below, by their code. */
  readonly unions: ReadonlyMap<string, string>;
  readonly sheet: string;
}

const MOST_WORDS = 1000;

/** `rows[5].target`, as the spreadsheet counts. */
export const placeIn = (row: number, key: CascadeKey): string => `rows[${row}].${key}`;

/** Errors: cascade.row (422), all at once, each with its row and column. */
export function readCascade(rows: readonly Numbered<Cells>[], { unions, sheet }: Below): ReadCascade {
  const faults = new RowFaults();
  const shares: ReadShare[] = [];
  const seen = new Map<string, number>();
  let kept: ReadCascade['kept'];
  let reason: ReadCascade['reason'];
  for (const { row, value: cells } of rows) {
    const { code, note } = cells;
    const wrong = (key: CascadeKey, words: Words): void => faults.add(placeIn(row, key), fault(row, key, words));
    if (cells['sheet'] !== undefined && cells['sheet'] !== sheet) {
      wrong('sheet', otherTask);
      continue;
    }
    if (code === undefined) {
      wrong('code', noCode);
      continue;
    }
    const earlier = seen.get(code);
    if (earlier !== undefined) wrong('code', twice(earlier));
    seen.set(code, row);
    if (code === REASON) {
      if (note !== undefined && !isText(note, 1, MOST_WORDS, true)) wrong('note', tooLong);
      else if (note !== undefined) reason = { row, words: note };
      continue;
    }
    if (cells['target'] === undefined) continue;
    const target = toQuantity(cells['target'].replaceAll(/[,，]/g, ''), 4);
    const right = isQuantity(target, 4, 0) && typeof target === 'string';
    if (!right) wrong('target', noTarget);
    if (code === KEPT) {
      if (right) kept = { row, target };
      continue;
    }
    const unionId = unions.get(code);
    if (unionId === undefined) wrong('code', noUnion);
    const dueOn = cells['dueOn'] === undefined ? undefined : dayOfCell(cells['dueOn']);
    if (cells['dueOn'] !== undefined && dueOn === undefined) wrong('dueOn', noDay);
    if (right && unionId !== undefined)
      shares.push({ row, unionId, target, ...(dueOn === undefined ? {} : { dueOn }) });
  }
  faults.throwIfAny();
  return { shares, ...(kept === undefined ? {} : { kept }), ...(reason === undefined ? {} : { reason }) };
}

/** With the row and the column before it, in words. */
export const fault = (row: number, key: CascadeKey, { zh, en }: Words): { code: string; words: Words } => ({
  code: 'cascade.row',
  words: { zh: `第 ${row} 行“${titleOf(key)}”：${zh}`, en: `Row ${row}, “${titleOf(key)}”: ${en}` },
});

const otherTask: Words = {
  zh: '这是另一件任务的分解表，请下载本任务的分解表。',
  en: 'This is the spreadsheet of another task: download that of this one.',
};
const noCode: Words = { zh: '应填写工会编码。', en: 'The code of a union is missing.' };
const noUnion: Words = { zh: '不是本级直接下级工会的编码。', en: 'No union directly below yours has this code.' };
export const hasShare: Words = {
  zh: '该工会已分得此任务，请在任务页调整。',
  en: 'This union has a share already: change it on the page of the task.',
};
const noTarget: Words = {
  zh: '应为不小于 0 的数，小数不超过 4 位。',
  en: 'It should be a number of at least 0 with at most 4 decimals.',
};
const noDay: Words = {
  zh: '应为真实存在的日期，如 2026-12-20。',
  en: 'It should be a day that exists, as 2026-12-20.',
};
const tooLong: Words = { zh: `不超过 ${MOST_WORDS} 个字。`, en: `At most ${MOST_WORDS} characters.` };
const twice = (row: number): Words => ({ zh: `与第 ${row} 行重复。`, en: `It is in row ${row} already.` });
