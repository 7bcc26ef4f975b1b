/** Entries of a ledger out of spreadsheets (台账导入): by the form that stood when it was asked for, sealed as by hand, each row once. */
import type { Config } from '../../config';
import { type Taker, taker, type TakerSource } from '../../intake/taker';
import { retired } from '../entry/entry-refusals';
import { type KeyRing, ringOf } from '../../dispatch/key-ring';
import { type TypeInHand, typeInHand } from '../type/ledger-type.reader';
import { type EntryGround, type EntryRow, parseEntry, type UnionPlace } from './entry-cells';
import { CODE, intakeColumnsOf, UNION } from './intake-columns';
import { examineRows, writeRows } from './row-writing';
import { tellTaken } from './taken-telling';

export const LEDGER = 'ledger';

export const ledgerTakers = (config: Config): TakerSource => {
  let ring: KeyRing | undefined;
  return {
    kind: LEDGER,
    passing: true,
    takerFor: async (tx, { districtId, settings: { ledgerId = '', version, submit } }) => {
      const type = await typeInHand(tx, districtId, ledgerId, { version: Number(version) });
      return ledgerTaker({ ...type, version: Number(version) }, submit === 'true', () => (ring ??= ringOf(config)));
    },
  };
};

const unionsSql = `
  select id, name, code, path::text as path, parent_id as "parentId", app_today()::text as today from trade_union
  where district_id = $1 and path <@ $2::ltree and (closed_on is null or id = $3)`;

function ledgerTaker(type: TypeInHand, submit: boolean, ring: () => KeyRing): Taker {
  const { definition } = type;
  const columns = intakeColumnsOf(definition, { submit, coded: true });
  return taker<EntryRow, EntryGround>({
    kind: LEDGER,
    passing: true,
    columns,
    keyOf: (cells) => {
      const code = cells[CODE];
      const said = code === undefined ? columns.map(({ key }) => cells[key] ?? null) : [cells[UNION] ?? null, code];
      return JSON.stringify(said);
    },
    prepare: async (tx, { districtId, path, unionId }) => {
      const { retired: closed } = await typeInHand(tx, districtId, type.id, { lock: 'for share of t' });
      if (closed) throw retired();
      const rows: (UnionPlace & { name: string; code: string; today: string })[] = await tx.query(unionsSql, [
        districtId,
        path,
        unionId,
      ]);
      const unions = new Map(
        rows.flatMap((union) => [union.id, union.name, union.code].map((name) => [name, union] as const)),
      );
      const borne = new Set<string>();
      for (const { name } of rows) {
        if (borne.has(name)) unions.delete(name);
        borne.add(name);
      }
      const own = rows.find(({ id }) => id === unionId);
      if (own === undefined) throw new Error('The union that asked is not there.');
      return { definition, columns, unions, own, today: own.today, submit };
    },
    parse: parseEntry,
    write: (tx, actor, rows, { intakeId }) => writeRows(tx, actor, { type, submit, ring: ring(), intakeId }, rows),
    examine: (tx, actor, rows, { intakeId }) => examineRows(tx, actor, { type, submit, ring: ring(), intakeId }, rows),
    finish: (tx, actor, { intakeId, fileName }, tally) => tellTaken(tx, actor, type, { intakeId, fileName, ...tally }),
  });
}
