/** How unions stand with a period (报送情况): the counts at every level, and the unions one by one. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { idOfLabel } from '../../kernel/id';
import { wordsOfPeriod } from '../../kernel/period';
import { owedPlace } from '../owing/owing';
import { leaveOf, mayWork } from '../period/leave';
import { type PeriodInHand, periodInHand } from '../period/period-in-hand';
import type { ReturnStatus } from '../return/form-return.entity';
import { standingSql, standingsOf, unionInReach, type Within } from './standing';
import type {
  FormBranchCounts,
  FormPeriodCounts,
  FormPeriodDetail,
  FormStandingList,
  FormStandingView,
} from './standing.view';
import { branchesOf, type Standing, tally } from './tally';

@Injectable()
export class FormStandingReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Errors: notFound. */
  inHand({ districtId }: Actor, formId: string, period: string): Promise<PeriodInHand> {
    return periodInHand(this.database.manager, districtId, formId, period, this.clock.today());
  }

  /** A period with its days, and how the own union stands with it. Errors: notFound. */
  async period(actor: Actor, formId: string, period: string): Promise<FormPeriodDetail> {
    const { manager } = this.database;
    const { districtId, unionId } = actor;
    const inHand = await this.inHand(actor, formId, period);
    const owed = (await owedPlace(manager, districtId, inHand, unionId)) !== null;
    const leave = await leaveOf(manager, districtId, inHand, unionId);
    const [own]: { returnId: string; status: ReturnStatus }[] = await manager.query(
      `select id as "returnId", status from form_return where union_id = $4 and form_id = $2 and period = $3 and district_id = $1
         and status in ('draft', 'submitted', 'returned', 'accepted') order by status = 'accepted' limit 1`,
      [districtId, formId, period, unionId],
    );
    const { days, stage, version } = inHand;
    const label = wordsOfPeriod(period).zh;
    const mine = { owed, ...leave, ...(own ?? { returnId: null, status: null }) };
    return { period, label, ...days, stage, version, mine: { ...mine, workable: owed && mayWork(inHand, leave) } };
  }

  /** Expected = on time + late + missing + exempted, of a union and of each directly below it. Errors: notFound. */
  async counts(actor: Actor, formId: string, period: string, unionId?: string): Promise<FormPeriodCounts> {
    const { manager } = this.database;
    const { districtId } = actor;
    const inHand = await this.inHand(actor, formId, period);
    const { name: unionName, ...within } = await unionInReach(manager, actor, inHand, unionId);
    const rows = await standingsOf(manager, districtId, inHand, within);
    const branches = await named(manager, districtId, within, branchesOf(rows));
    const { days, stage } = inHand;
    const label = wordsOfPeriod(period).zh;
    const about = { unionId: within.unionId, unionName, period, label, days: { ...days, stage } };
    return { ...about, ...tally(rows), branches };
  }

  /** The unions one by one. Errors: notFound. */
  async list(
    actor: Actor,
    formId: string,
    period: string,
    asked: { unionId?: string; standing?: readonly Standing[]; page: number; pageSize: number },
  ): Promise<FormStandingList> {
    const { manager } = this.database;
    const { districtId } = actor;
    const inHand = await this.inHand(actor, formId, period);
    const within = await unionInReach(manager, actor, inHand, asked.unionId);
    const { page, pageSize, standing } = asked;
    const parameters: unknown[] = [];
    const sql = standingSql(districtId, inHand, within, parameters);
    const given = (value: unknown): string => `$${parameters.push(value)}`;
    const [district, wanted] = [given(districtId), given(standing ?? null)];
    const rows: (FormStandingView & { inAll: number })[] = await manager.query(
      `with ${sql}
       select s.union_id as "unionId", u.name as "unionName", a.name as "aboveName", s.standing, s.return_id as "returnId",
         s.status, to_char(r.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "submittedAt",
         coalesce(jsonb_array_length(r.findings), 0) as marks, (count(*) over ())::int as "inAll"
       from standing s join trade_union u on u.district_id = ${district} and u.id = s.union_id
       left join trade_union a on a.district_id = ${district} and cardinality(s.labels) > 1
         and a.id = s.labels[cardinality(s.labels) - 1]::uuid
       left join form_return r on r.district_id = ${district} and r.id = s.return_id
       where ${wanted}::text[] is null or s.standing = any(${wanted}::text[])
       order by s.standing <> 'missing', a.code nulls first, u.code, s.union_id
       limit ${given(pageSize)} offset ${given((page - 1) * pageSize)}`,
      parameters,
    );
    const total = rows[0]?.inAll ?? 0;
    return { items: rows.map(({ inAll: _, ...row }) => row), page, pageSize, total };
  }
}

/** Branches with their names, by code; the union itself last. */
export async function named<T>(
  tx: EntityManager,
  districtId: string,
  { unionId }: Within,
  branches: ReadonlyMap<string | null, T>,
): Promise<(T & Pick<FormBranchCounts, 'unionId' | 'unionName'>)[]> {
  const ids = [...branches.keys()].map((label) => (label === null ? unionId : idOfLabel(label)));
  const unions: { id: string; name: string }[] = await tx.query(
    'select id, name from trade_union where district_id = $1 and id = any($2::uuid[]) order by id = $3, code',
    [districtId, ids, unionId],
  );
  const byId = new Map([...branches].map(([label, told]) => [label === null ? unionId : idOfLabel(label), told]));
  return unions.flatMap(({ id, name }) => {
    const told = byId.get(id);
    return told === undefined ? [] : [{ ...told, unionId: id, unionName: name }];
  });
}
