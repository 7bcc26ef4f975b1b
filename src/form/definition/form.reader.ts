/** Statistical forms (统计报表) as those read them who fill them in, and those who define them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { NotFound } from '../../kernel/errors';
import { periodOn } from '../../kernel/period';
import { schemaOf } from '../check/cell-values';
import { formColumns } from '../period/period-in-hand';
import type { FormDefinition } from './definition';
import { formDifferences } from './definition-difference';
import type { FormDetail, FormDifferenceView, FormList, FormVersionList, FormVersionView, FormView } from './form.view';

/** Forms of one district: documents, not a heap. */
export const MOST_FORMS = 200;

const versionColumns = `v.version, v.from_period as "fromPeriod", v.reason, o.name as "publishedBy",
  to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt"`;
const versionsFrom = `
  from form_version v join officer o on o.district_id = v.district_id and o.id = v.published_by
  left join form_version b on b.district_id = v.district_id and b.form_id = v.form_id and b.version = v.version - 1
  where v.district_id = $1 and v.form_id = $2`;

type VersionRow = Omit<FormVersionView, 'differences'> & {
  readonly definition: FormDefinition;
  readonly earlier: FormDefinition | null;
};

@Injectable()
export class FormReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The forms of the district; those whose last period is over only where they are asked for. */
  async list({ districtId }: Actor, { retired }: { retired: boolean }): Promise<FormList> {
    const items: FormView[] = await this.database.query(
      `select ${formColumns}, f.version from form f where f.district_id = $1
       order by f.programme, f.code limit ${MOST_FORMS}`,
      [districtId],
    );
    const today = this.clock.today();
    return {
      items: items.filter(
        ({ lastPeriod, periodKind }) =>
          retired || lastPeriod === null || lastPeriod >= periodOn(periodKind, today).name,
      ),
    };
  }

  /** A form, or one of its versions. Errors: notFound. */
  one({ districtId }: Actor, id: string, version: number | null = null): Promise<FormDetail> {
    return formDetail(this.database.manager, districtId, id, version);
  }

  async versions(
    actor: Actor,
    id: string,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<FormVersionList> {
    const { version: total } = await this.one(actor, id);
    const rows: VersionRow[] = await this.database.query(
      `select ${versionColumns}, v.definition, b.definition as earlier ${versionsFrom} order by v.version desc limit $3 offset $4`,
      [actor.districtId, id, pageSize, (page - 1) * pageSize],
    );
    const items = rows.map(({ definition, earlier, ...row }) => ({
      ...row,
      differences: differencesOf(earlier, definition),
    }));
    return { items, page, pageSize, total };
  }
}

export async function formDetail(
  tx: EntityManager,
  districtId: string,
  id: string,
  version: number | null = null,
): Promise<FormDetail> {
  const [row]: Omit<FormDetail, 'schema'>[] = await tx.query(
    `select ${formColumns}, f.version as latest, v.definition, ${versionColumns}
     from form f join form_version v on v.district_id = $1 and v.form_id = f.id and v.version = coalesce($3, f.version)
     join officer o on o.district_id = $1 and o.id = v.published_by
     where f.district_id = $1 and f.id = $2`,
    [districtId, id, version],
  );
  if (row === undefined) throw new NotFound();
  const { latest: _, ...detail } = row as typeof row & { latest: number };
  return { ...detail, name: detail.definition.name, schema: schemaOf(detail.definition) };
}

/** Nothing for the first version. */
export const differencesOf = (before: FormDefinition | null | undefined, after: FormDefinition): FormDifferenceView[] =>
  before === null || before === undefined
    ? []
    : formDifferences(before, after).map(({ words, ...difference }) => ({ ...difference, ...words }));
