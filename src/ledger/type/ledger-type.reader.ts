/** Ledger types (台账类型) as those read them who fill them in, and those who define them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { NotFound } from '../../kernel/errors';
import { schemaOf } from '../entry/entry-schema';
import type { FieldKind, LedgerDefinition } from './definition';
import { differences, type Difference } from './definition-difference';
import type {
  LedgerDifference,
  LedgerForm,
  LedgerTypeDetail,
  LedgerTypeList,
  LedgerVersionDetail,
  LedgerVersionList,
  LedgerVersionView,
} from './ledger-type.view';
import type { Slots } from './slots';

/** Types of one district: a register of registers, not a heap. */
export const MOST_TYPES = 200;

/** A type with the form of one of its versions. */
export interface TypeInHand {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly programme: string;
  /** The newest. */
  readonly version: number;
  readonly retired: boolean;
  readonly slots: Slots;
  readonly definition: LedgerDefinition;
}

const at = `to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt"`;
const versionColumns = `v.version, v.reason, o.name as "publishedBy", ${at}`;
const versionsFrom = `
  from ledger_version v join officer o on o.district_id = v.district_id and o.id = v.published_by
  where v.district_id = $1 and v.type_id = $2`;

const typeSql = `
  select t.id, t.code, t.name, t.programme, t.version, t.retired, t.slots, v.definition
  from ledger_type t join ledger_version v on v.district_id = t.district_id and v.type_id = t.id
    and v.version = coalesce($3, t.version)
  where t.district_id = $1 and t.id = $2`;

/** Errors: notFound. `lock`: nobody publishes or retires it meanwhile. */
export async function typeInHand(
  tx: EntityManager,
  districtId: string,
  id: string,
  { version = null, lock = '' }: { version?: number | null; lock?: '' | 'for share of t' | 'for update of t' } = {},
): Promise<TypeInHand> {
  const [type]: TypeInHand[] = await tx.query(`${typeSql} ${lock}`, [districtId, id, version]);
  if (type === undefined) throw new NotFound();
  return type;
}

/** Of every field that any version of it ever had: entries of old hold values of that kind. */
export async function kindsEver(tx: EntityManager, districtId: string, id: string): Promise<Map<string, FieldKind>> {
  const rows: { key: string; kind: FieldKind }[] = await tx.query(
    `select distinct on (f->>'key') f->>'key' as key, f->>'kind' as kind
     from ledger_version v, jsonb_array_elements(v.definition->'fields') f
     where v.district_id = $1 and v.type_id = $2 order by f->>'key', v.version desc`,
    [districtId, id],
  );
  return new Map(rows.map(({ key, kind }) => [key, kind]));
}

interface FormAsked {
  readonly typeId: string;
  readonly typeVersion: number;
}

/** The forms by which entries were made, in one statement. */
export async function typesInHand(
  tx: EntityManager,
  districtId: string,
  asked: readonly FormAsked[],
): Promise<(of: FormAsked) => TypeInHand> {
  const key = ({ typeId, typeVersion }: FormAsked): string => `${typeId} ${typeVersion}`;
  const forms = [...new Map(asked.map((form) => [key(form), form])).values()];
  const rows: (TypeInHand & { form: number })[] = await tx.query(
    `select t.id, t.code, t.name, t.programme, t.version, t.retired, t.slots, v.definition, v.version as form
     from unnest($2::uuid[], $3::int[]) as g(id, form) join ledger_type t on t.district_id = $1 and t.id = g.id
     join ledger_version v on v.district_id = $1 and v.type_id = t.id and v.version = g.form`,
    [districtId, forms.map(({ typeId }) => typeId), forms.map(({ typeVersion }) => typeVersion)],
  );
  const found = new Map(rows.map(({ form, ...type }) => [`${type.id} ${form}`, type]));
  return (of) => {
    const type = found.get(key(of));
    if (type === undefined) throw new Error('An entry without its form.');
    return type;
  };
}

@Injectable()
export class LedgerTypeReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** The ledgers of the district; those retired only where they are asked for. */
  async list({ districtId }: Actor, { retired }: { retired: boolean }): Promise<LedgerTypeList> {
    const items = await this.database.query(
      `select id, code, name, programme, version, retired from ledger_type
       where district_id = $1 and ($2 or not retired) order by programme, code limit ${MOST_TYPES}`,
      [districtId, retired],
    );
    return { items };
  }

  /** The form of a ledger, or of one of its versions. */
  async form({ districtId }: Actor, id: string, version: number | null = null): Promise<LedgerForm> {
    const detail = await typeDetail(this.database.manager, districtId, id, version);
    return { ...detail, schema: schemaOf(detail.definition) };
  }

  async versions(
    { districtId }: Actor,
    id: string,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<LedgerVersionList> {
    const type = await typeInHand(this.database.manager, districtId, id);
    const items: LedgerVersionView[] = await this.database.query(
      `select ${versionColumns} ${versionsFrom} order by v.version desc limit $3 offset $4`,
      [districtId, id, pageSize, (page - 1) * pageSize],
    );
    return { items, page, pageSize, total: type.version };
  }

  /** One version, and what changed since the one before or since another. */
  async version(
    { districtId }: Actor,
    id: string,
    version: number,
    { against = version > 1 ? version - 1 : null }: { against?: number | null },
  ): Promise<LedgerVersionDetail> {
    const { manager } = this.database;
    const { definition, reason, publishedBy, publishedAt } = await typeDetail(manager, districtId, id, version);
    const before =
      against === null ? null : (await typeInHand(manager, districtId, id, { version: against })).definition;
    const changed = before === null ? [] : differences(before, definition).map(told);
    return { version, reason, publishedBy, publishedAt, definition, against, differences: changed };
  }
}

export const told = ({ field, kind, words }: Difference): LedgerDifference => ({ field, kind, ...words });

export async function typeDetail(
  tx: EntityManager,
  districtId: string,
  id: string,
  version: number | null = null,
): Promise<LedgerTypeDetail> {
  const { slots: _, ...type } = await typeInHand(tx, districtId, id, { version });
  const [row]: LedgerVersionView[] = await tx.query(`select ${versionColumns} ${versionsFrom} and v.version = $3`, [
    districtId,
    id,
    version ?? type.version,
  ]);
  if (row === undefined) throw new NotFound();
  const definition = type.definition as LedgerTypeDetail['definition'];
  return { ...type, ...row, name: definition.name, programme: definition.programme, definition };
}
