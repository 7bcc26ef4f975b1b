/** Returns (报表) as their union and those above it read them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { NotFound } from '../../kernel/errors';
import { wordsOfPeriod } from '../../kernel/period';
import type { CellValues, Said } from '../check/cell-values';
import { type Finding, findingsOf } from '../check/findings';
import { leaveOf, mayWork } from '../period/leave';
import { periodInHand } from '../period/period-in-hand';
import { deedsOf } from './return-deeds';
import { earlierOf } from './return-sql';
import { asHandedIn, type KeptReturn } from './submissions';
import type { FormReturnDetail, FormReturnList, FormReturnView } from './return.view';

export const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = `r.id, r.form_id as "formId", r.form_version as "formVersion", r.period, r.union_id as "unionId",
  u.name as "unionName", r.given as values, r.missing, r.words, r.status, r.timeliness, r.corrects_id as "correctsId",
  o.name as "createdBy", ${iso('r.submitted_at')} as "submittedAt", r.version`;
const joins = `
  join trade_union u on u.district_id = r.district_id and u.id = r.union_id
  join officer o on o.district_id = r.district_id and o.id = r.created_by`;

/** What a tier sees of those below it. */
export const HANDED_IN = `('submitted', 'returned', 'accepted', 'corrected')`;

const oneSql = `
  select ${columns}, r.reviewer_id as "reviewerId", r.submitted_by as "submittedById", r.created_by as "createdById", r.findings,
    v.definition, (
      select coalesce(json_agg(json_build_object('kind', s.kind, 'by', p.name, 'at', ${iso('s.at')}, 'words', s.words,
        'changes', s.changes) order by s.no), '[]')
      from form_return_step s join officer p on p.district_id = s.district_id and p.id = s.officer_id
      where s.district_id = r.district_id and s.return_id = r.id) as steps
  from form_return r ${joins}
  join form_version v on v.district_id = r.district_id and v.form_id = r.form_id and v.version = r.form_version
  where r.district_id = $1 and r.id = $2 and (r.union_id = $3 or (r.path <@ $4::ltree and r.status in ${HANDED_IN}))`;

interface Full extends FormReturnView, Pick<FormReturnDetail, 'definition'> {
  readonly steps: KeptReturn['steps'];
  readonly values: CellValues;
  readonly missing: Said;
  readonly words: Said;
  readonly findings: readonly Finding[];
  readonly reviewerId: string | null;
  readonly submittedById: string | null;
  readonly createdById: string;
}

@Injectable()
export class FormReturnReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  one(actor: Actor, id: string): Promise<FormReturnDetail> {
    return readFormReturn(this.database.manager, actor, id, this.clock.today());
  }

  /** The returns of one's own union, the latest period first. Errors: notFound. */
  async own(
    { districtId, unionId }: Actor,
    formId: string,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<FormReturnList> {
    const [form]: unknown[] = await this.database.query('select 1 from form where district_id = $1 and id = $2', [
      districtId,
      formId,
    ]);
    if (form === undefined) throw new NotFound();
    const rows: (FormReturnView & { inAll: number })[] = await this.database.query(
      `select ${columns}, (count(*) over ())::int as "inAll" from form_return r ${joins}
       where r.union_id = $2 and r.form_id = $3 and r.district_id = $1
       order by r.period desc, r.id desc limit $4 offset $5`,
      [districtId, unionId, formId, pageSize, (page - 1) * pageSize],
    );
    const total = rows[0]?.inAll ?? 0;
    return { items: rows.map(({ inAll: _, ...row }) => row), page, pageSize, total };
  }
}

/** Errors: notFound. `today`: the database's when left out. */
export async function readFormReturn(
  tx: EntityManager,
  actor: Actor,
  id: string,
  today: string | null = null,
): Promise<FormReturnDetail> {
  const { districtId, unionId, path } = actor;
  const [row]: Full[] = await tx.query(oneSql, [districtId, id, unionId, path]);
  if (row === undefined) throw new NotFound();
  const own = row.unionId === unionId;
  const { reviewerId, submittedById, createdById, findings: stored, definition, ...read } = row;
  const backwards = { ...read, steps: read.steps.toReversed() };
  const { steps, ...entry } = own ? backwards : asHandedIn(backwards);
  const inHand = await periodInHand(tx, districtId, entry.formId, entry.period, today);
  const [earlier, leave] = [
    await earlierOf(tx, districtId, inHand, entry.unionId),
    await leaveOf(tx, districtId, inHand, entry.unionId),
  ];
  const open = own && (entry.status === 'draft' || entry.status === 'returned');
  const findings = open ? findingsOf(definition, entry, earlier) : stored;
  const { period, days, stage } = inHand;
  const standing = { unionId: entry.unionId, reviewerId, status: entry.status, by: [submittedById, createdById] };
  return {
    ...entry,
    formName: definition.name,
    label: wordsOfPeriod(period).zh,
    definition,
    days: { ...days, stage },
    before: earlier.before,
    findings: findings.map(({ words, ...finding }) => ({ ...finding, ...words })),
    steps: steps.toReversed(),
    deeds: deedsOf(actor, { ...standing, workable: mayWork(inHand, leave) }),
  };
}
