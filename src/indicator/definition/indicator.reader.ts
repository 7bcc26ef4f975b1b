/** Indicators (指标) as those read them who look at figures, and those who define them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { type FieldError, NotFound } from '../../kernel/errors';
import { compile } from './compile';
import type { IndicatorDefinition } from './definition';
import { differences } from './definition-difference';
import { knownIn, worldFor } from './known';
import type {
  IndicatorDetail,
  IndicatorList,
  IndicatorMistake,
  IndicatorVersionList,
  IndicatorVersionView,
} from './indicator.view';

const at = `to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt"`;
const versionColumns = `v.version, v.definition, v.holds_from::text as "holdsFrom", v.reason, o.name as "publishedBy", ${at}`;
const versionsFrom = `
  from indicator_version v join officer o on o.district_id = v.district_id and o.id = v.published_by
  where v.district_id = $1 and v.indicator_id = $2`;

/** An indicator with its newest version. */
export interface IndicatorInHand {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly retired: boolean;
  readonly definition: IndicatorDefinition;
  readonly holdsFrom: string;
}

/** Errors: notFound. `lock`: nobody publishes or retires it meanwhile. */
export async function indicatorInHand(
  tx: EntityManager,
  districtId: string,
  id: string,
  lock: '' | 'for update of i' = '',
): Promise<IndicatorInHand> {
  const [found]: IndicatorInHand[] = await tx.query(
    `select i.id, i.code, i.version, i.retired, v.definition, v.holds_from::text as "holdsFrom" from indicator i
     join indicator_version v on v.district_id = i.district_id and v.indicator_id = i.id and v.version = i.version
     where i.district_id = $1 and i.id = $2 ${lock}`,
    [districtId, id],
  );
  if (found === undefined) throw new NotFound();
  return found;
}

@Injectable()
export class IndicatorReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  /** Those retired only where they are asked for. */
  async list(
    { districtId }: Actor,
    {
      page,
      pageSize,
      programme = null,
      retired,
    }: { page: number; pageSize: number; programme?: string | null; retired: boolean },
  ): Promise<IndicatorList> {
    const rows: (IndicatorList['items'][number] & { total: number })[] = await this.database.query(
      `select id, code, name, programme, version, retired, count(*) over ()::int as total from indicator
       where district_id = $1 and ($2 or not retired) and ($3::text is null or programme = $3)
       order by programme, code limit $4 offset $5`,
      [districtId, retired, programme, pageSize, (page - 1) * pageSize],
    );
    return { items: rows.map(({ total: _, ...row }) => row), page, pageSize, total: rows[0]?.total ?? 0 };
  }

  one({ districtId }: Actor, id: string): Promise<IndicatorDetail> {
    return indicatorDetail(this.database.manager, districtId, id);
  }

  async versions(
    { districtId }: Actor,
    id: string,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<IndicatorVersionList> {
    const { version } = await indicatorInHand(this.database.manager, districtId, id);
    // one more than the page holds, to say what the last of it changed
    const rows: Omit<IndicatorVersionView, 'differences'>[] = await this.database.query(
      `select ${versionColumns} ${versionsFrom} order by v.version desc limit $3 offset $4`,
      [districtId, id, pageSize + 1, (page - 1) * pageSize],
    );
    const items = rows.slice(0, pageSize).map((row, no) => {
      const before = rows[no + 1];
      return { ...row, differences: before === undefined ? [] : differences(before.definition, row.definition) };
    });
    return { items, page, pageSize, total: version };
  }
}

export async function indicatorDetail(tx: EntityManager, districtId: string, id: string): Promise<IndicatorDetail> {
  const [row]: Omit<IndicatorDetail, 'mistakes'>[] = await tx.query(
    `select i.id, i.code, i.name, i.programme, i.retired, ${versionColumns}
     ${versionsFrom.replace('where', 'join indicator i on i.district_id = v.district_id and i.id = v.indicator_id and i.version = v.version where')}`,
    [districtId, id],
  );
  if (row === undefined) throw new NotFound();
  const world = worldFor(await knownIn(tx, districtId), { from: row.holdsFrom });
  const { mistakes } = compile(row.code, row.definition, world);
  return { ...row, mistakes: mistakes.map(told) };
}

const told = ({ field, code, words, place }: FieldError): IndicatorMistake => ({
  field,
  code,
  ...words,
  place: place ?? null,
});
