/** The digest of a score (得分指纹): tells what came out the same when it is computed again, so that it is not written again. */
import { hash } from 'node:crypto';
import type { ScoreRow } from './score-rows';

/** A row with its digest, as JSON; `stands` says what is stored of it when nothing changed. */
export interface SealedRow {
  readonly sheetId: string;
  readonly criterion: string;
  readonly stands: string;
  readonly json: string;
  /** What is kept as the text it is. */
  readonly inputs: string;
  readonly explanation: string;
}

/** What stands of each criterion of a sheet: its digest and its points. */
export type Stands = Readonly<Record<string, string>>;

export const digestOf = (text: string): string => hash('sha256', text, 'base64');

export function sealed({ inputs: from, explanation: why, ...row }: ScoreRow): SealedRow {
  const [inputs, explanation, rest] = [from, why, row].map((part) => JSON.stringify(part)) as [string, string, string];
  const digest = digestOf(`${rest}\n${inputs}\n${explanation}`);
  const { sheetId, criterion, points } = row;
  const json = `${rest.slice(0, -1)},"digest":"${digest}"}`;
  return { sheetId, criterion, stands: `${digest} ${points}`, json, inputs, explanation };
}

/** Only the rows that are not stored like this already; `stored` by sheet and criterion. */
export function changed(rows: readonly SealedRow[], stored: ReadonlyMap<string, Stands>): SealedRow[] {
  return rows.filter(({ sheetId, criterion, stands }) => stored.get(sheetId)?.[criterion] !== stands);
}

/** Stands in no JSON text, where it would be escaped. */
const SEPARATOR = '\u001e';

/** Rows as three texts: the short columns as one JSON, the long ones as they are kept. */
export function asTexts(rows: readonly SealedRow[]): [string, string, string] {
  return [
    `[${rows.map(({ json }) => json).join(',')}]`,
    rows.map(({ inputs }) => inputs).join(SEPARATOR),
    rows.map(({ explanation }) => explanation).join(SEPARATOR),
  ];
}
