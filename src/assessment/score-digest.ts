/** The digest of a score (得分指纹): tells what came out the same when it is computed again, so that it is not written again. */
import { createHash } from 'node:crypto';
import type { ScoreRow } from './score-rows';

/** A row with its digest, as JSON; `stands` says what is stored of it when nothing changed. */
export interface SealedRow {
  readonly sheetId: string;
  readonly criterion: string;
  readonly stands: string;
  readonly json: string;
}

export function sealed(row: ScoreRow): SealedRow {
  const text = JSON.stringify(row);
  const digest = createHash('md5').update(text).digest('base64');
  const { sheetId, criterion, points } = row;
  return { sheetId, criterion, stands: `${digest} ${points}`, json: `${text.slice(0, -1)},"digest":"${digest}"}` };
}

/** Only the rows that are not stored like this already; `stored` by sheet and criterion. */
export function changed(
  rows: readonly SealedRow[],
  stored: ReadonlyMap<string, Readonly<Record<string, string>>>,
): SealedRow[] {
  return rows.filter(({ sheetId, criterion, stands }) => stored.get(sheetId)?.[criterion] !== stands);
}

export const asJson = (rows: readonly SealedRow[]): string => `[${rows.map(({ json }) => json).join(',')}]`;
