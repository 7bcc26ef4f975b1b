/** A value from outside (外部数据) with everything that was said before it, for those who may see the union. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { plain } from '../../kernel/decimal';
import { NotFound } from '../../kernel/errors';
import { periodNamed } from '../../kernel/period';
import type { KnownIndicator } from '../definition/known';
import { fromOutside } from './external-rules';
import { indicatorNamed, type UnionNamed, unionNamed } from './external-values';
import type { ExternalValueSaid, ExternalValueView } from './external-value.view';

/** With the one that stands. */
const MOST_SAID = 101;

@Injectable()
export class ExternalValueReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** Errors: externalValue.computed (409), externalValue.notYet (422), notFound. */
  async one(actor: Actor, code: string, union: string, name: string): Promise<ExternalValueView> {
    const { manager } = this.database;
    const period = periodNamed(name);
    const indicator = await indicatorNamed(manager, actor.districtId, code);
    const found = await unionNamed(manager, actor, union, period);
    fromOutside(indicator, period);
    return externalValue(manager, actor.districtId, indicator, found, name);
  }
}

/** Errors: notFound where none was ever given. */
export async function externalValue(
  tx: EntityManager,
  districtId: string,
  { id: indicatorId, code, versions }: KnownIndicator,
  { id: unionId, code: unionCode, name: unionName }: UnionNamed,
  period: string,
): Promise<ExternalValueView> {
  const rows: ExternalValueSaid[] = await tx.query(
    `select v.version, v.value::text as value, v.unit, v.source, v.as_of::text as "asOf", o.name as "givenBy",
       o.kind <> 'person' as "byProgram", v.key_prefix as "keyPrefix", v.network,
       to_char(v.given_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "givenAt"
     from external_value v join officer o on o.district_id = $1 and o.id = v.given_by
     where v.district_id = $1 and v.indicator_id = $2 and v.union_id = $3 and v.period = $4
     order by v.version desc limit ${MOST_SAID}`,
    [districtId, indicatorId, unionId, period],
  );
  const [now, ...earlier] = rows.map((row) => ({ ...row, value: row.value === null ? null : plain(row.value) }));
  if (now === undefined) throw new NotFound();
  const name = versions[0]?.definition.name ?? code;
  return { ...now, indicatorId, code, name, unionId, unionCode, unionName, period, earlier };
}
