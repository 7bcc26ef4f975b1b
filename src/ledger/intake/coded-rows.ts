/** Rows that bear a program's code (外部编码导入): new, changed or said already; what others have in hand is left to them. */
import type { EntityManager } from 'typeorm';
import type { KeyRing } from '../../dispatch/key-ring';
import type { Fault, Numbered } from '../../intake/taker';
import type { Words } from '../../kernel/errors';
import { type CodedEntry, codedEntries, otherNumbers } from '../coded/coded-entries';
import { acceptedAlready, correctedAlready, underReview } from '../entry/entry-refusals';
import { saysTheSame } from '../entry/entry-work';
import type { Values } from '../entry/values';
import { concealed, type Secret } from '../personal/concealed';
import type { TypeInHand } from '../type/ledger-type.reader';
import type { EntryRow } from './entry-cells';
import { CODE } from './intake-columns';

export interface ChangedRow {
  readonly row: number;
  readonly entryId: string;
  readonly before: CodedEntry;
  readonly of: EntryRow['of'];
  readonly values: Values;
  readonly day: string | null;
  readonly secrets: readonly Secret[];
}

export interface CodedRows {
  readonly fresh: readonly Numbered<EntryRow>[];
  readonly changed: readonly ChangedRow[];
  readonly unchanged: number;
  readonly faults: readonly Numbered<readonly Fault[]>[];
}

/** Two statements, however many rows. */
export async function readCoded(
  tx: EntityManager,
  districtId: string,
  { type, submit, ring }: { type: TypeInHand; submit: boolean; ring: KeyRing },
  rows: readonly Numbered<EntryRow>[],
  { lock }: { lock: boolean },
): Promise<CodedRows> {
  const asked = rows.map(({ row, value }) => ({ row, value, unionId: value.of.id, code: value.code ?? '' }));
  const found = asked.length === 0 ? [] : await codedEntries(tx, districtId, type.id, asked, { lock });
  const known = new Map(found.map((entry) => [keyOf(entry), entry]));
  const [fresh, there]: [Numbered<EntryRow>[], ChangedRow[]] = [[], []];
  const faults: Numbered<readonly Fault[]>[] = [];
  const seen = new Map<string, number>();
  for (const each of asked) {
    const { row, value } = each;
    const [earlier, before] = [seen.get(keyOf(each)), known.get(keyOf(each))];
    if (earlier === undefined) seen.set(keyOf(each), row);
    if (earlier !== undefined) faults.push({ row, value: [repeated(earlier)] });
    else if (before === undefined || before.status === 'withdrawn') fresh.push({ row, value });
    else {
      const { values, secrets } = concealed(type.definition, value.values, before.values);
      there.push({ row, entryId: before.id, before, of: value.of, values, day: value.day, secrets });
    }
  }
  const same = there.filter((each) => saysTheSame(each.before, each));
  const other = await otherNumbers(tx, ring, districtId, same);
  const said = new Set(same.filter(({ entryId }) => !other.has(entryId)));
  const changed: ChangedRow[] = [];
  for (const each of there) {
    const { status, correctsId, reworked } = each.before;
    const kept = correctsId === null && (status === 'draft' || reworked);
    if (said.has(each) && !(submit && kept)) continue;
    const words = inOthersHands(status, correctsId);
    if (words === null) changed.push(each);
    else faults.push({ row: each.row, value: [{ column: CODE, ...words }] });
  }
  return { fresh, changed, unchanged: rows.length - fresh.length - changed.length - faults.length, faults };
}

/** null: it can be changed by a file. */
function inOthersHands(status: CodedEntry['status'], correctsId: string | null): { code: string; words: Words } | null {
  const refusal =
    status === 'accepted'
      ? acceptedAlready()
      : status === 'submitted'
        ? underReview()
        : correctsId === null
          ? null
          : correctedAlready();
  return refusal === null ? null : { code: refusal.code, words: refusal.words };
}

const keyOf = ({ unionId, code }: { unionId: string; code: string }): string => `${unionId}/${code}`;

export const repeated = (row: number): Fault => ({
  column: null,
  code: 'intake.twice',
  words: { zh: `与第 ${row} 行重复。`, en: `It repeats row ${row}.` },
});
