/** Cases (诉求件) within reach, those due first; one with its whole course and what the reader may do with it. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service';
import { type Overrides, workingDaysBetween } from '../calendar/working-days';
import type { Actor } from '../kernel/actor';
import { addDays } from '../kernel/clock';
import { NotFound } from '../kernel/errors';
import { may } from '../organization/rights';
import { Deeds } from '../outbox/deeds';
import { mayNow } from './case-course';
import type { CasesQuery } from './case.dto';
import type { CaseDetail, CaseList, CaseStepView, CaseUnionChoice, CaseView } from './case.view';

/** A program that sends cases sees its own alone. */
const sql = `
  select c.id, s.code as source, s.name as "sourceName", c.number, c.title, c.kind, c.programme, c.status,
    c.union_id as "unionId", u.name as "unionName", c.received_at as "receivedAt", c.due_on::text as "dueOn", c.marks,
    c.version, c.content, c.occurred_at as "occurredAt", c.answer, app_today()::text as today,
    u.parent_id as "parentId", s.application_id = $4 as own, (count(*) over ())::int as total
  from inbound_case c
  join case_source s on s.district_id = $1 and s.id = c.source_id
  join trade_union u on u.district_id = $1 and u.id = c.union_id
  where c.district_id = $1 and u.path <@ $2::ltree and ($3::uuid is null or c.id = $3)
    and (s.application_id = $4 or not exists (select 1 from case_source x where x.district_id = $1 and x.application_id = $4))
    and ($5::text is null or c.status = $5) and ($6::boolean is null or $6 = (c.status <> 'closed'))
    and ($7::text is null or c.kind = $7) and ($8::uuid is null or c.source_id = $8)
    and ($9::uuid is null or u.path <@ (select b.path from trade_union b where b.district_id = $1 and b.id = $9))
    and ($10::boolean is null or $10 = (c.status <> 'closed' and c.due_on < app_today()))
    and ($11::boolean is null or $11 = (c.marks <> '{}'))
    and ($12::text is null or strpos(lower(c.title), lower($12)) > 0 or strpos(lower(c.number), lower($12)) > 0)
  order by (c.status = 'closed'), c.due_on, c.id limit $13 offset $14`;

const stepsSql = `
  select s.no, s.kind, u.name as "unionName", o.name as "officerName", s.at, s.words, coalesce(s.changes, '[]') as changes
  from case_step s join trade_union u on u.district_id = $1 and u.id = s.union_id
  join officer o on o.district_id = $1 and o.id = s.officer_id
  where s.district_id = $1 and s.case_id = $2 order by s.no limit 500`;

type Row = Omit<CaseDetail, 'receivedAt' | 'occurredAt' | 'daysLeft' | 'steps' | 'may' | 'choices'> & {
  readonly receivedAt: Date;
  readonly occurredAt: Date | null;
  readonly today: string;
  readonly parentId: string | null;
  readonly own: boolean;
  readonly total: number;
};

@Injectable()
export class CaseReader {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  list(actor: Actor, asked: CasesQuery): Promise<CaseList> {
    return this.deeds.transaction((tx) => this.page(tx, actor, asked));
  }

  /** Errors: notFound. */
  get(actor: Actor, id: string): Promise<CaseDetail> {
    return this.deeds.transaction((tx) => readCaseDetail(tx, this.calendar, actor, id));
  }

  private async page(tx: EntityManager, actor: Actor, asked: CasesQuery): Promise<CaseList> {
    const { page, pageSize, status = null, open = null, kind = null, sourceId = null, unionId = null } = asked;
    const { overdue = null, marked = null, q = null } = asked;
    const rows: Row[] = await tx.query(sql, [
      ...[actor.districtId, actor.path, null, actor.officerId, status, open, kind, sourceId, unionId],
      ...[overdue, marked, q, pageSize, (page - 1) * pageSize],
    ]);
    const overrides = await overridesFor(tx, this.calendar, actor.districtId, rows);
    return { items: rows.map((row) => viewOf(row, overrides)), page, pageSize, total: rows[0]?.total ?? 0 };
  }
}

/** Errors: notFound. */
export async function readCaseDetail(
  tx: EntityManager,
  calendar: CalendarService,
  actor: Actor,
  id: string,
): Promise<CaseDetail> {
  const { districtId, path, officerId } = actor;
  const none = Array.from({ length: 8 }, () => null);
  const rows: Row[] = await tx.query(sql, [districtId, path, id, officerId, ...none, 1, 0]);
  const [row] = rows;
  if (row === undefined) throw new NotFound();
  const steps: (Omit<CaseStepView, 'at'> & { at: Date })[] = await tx.query(stepsSql, [districtId, id]);
  const allowed = allowedTo(actor, row);
  return {
    ...viewOf(row, await overridesFor(tx, calendar, districtId, rows)),
    ...{ content: row.content, occurredAt: row.occurredAt?.toISOString() ?? null, answer: row.answer },
    steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })),
    may: allowed,
    choices: allowed.includes('assign') ? await choicesOf(tx, actor) : [],
  };
}

/** As the service will judge it. */
function allowedTo({ unionId, districtId, role, tier }: Actor, row: Row): CaseDetail['may'] {
  if (row.own) return [];
  const above = row.parentId === unionId || (row.unionId === districtId && unionId === districtId);
  const allowed: CaseDetail['may'] = [];
  if (tier !== 'community' && may(role, 'case.assign') && mayNow(row.status, 'assign')) allowed.push('assign');
  if (row.unionId === unionId && may(role, 'case.answer') && mayNow(row.status, 'answer')) allowed.push('answer');
  const below = row.unionId === unionId && row.parentId !== null;
  if (below && may(role, 'case.answer') && mayNow(row.status, 'handBack')) allowed.push('handBack');
  if (above && may(role, 'case.review') && mayNow(row.status, 'review')) allowed.push('review');
  return allowed;
}

const choicesOf = (tx: EntityManager, { districtId, unionId }: Actor): Promise<CaseUnionChoice[]> =>
  tx.query(
    `select id, name from trade_union where district_id = $1 and parent_id = $2 and closed_on is null order by code limit 500`,
    [districtId, unionId],
  );

/** What the district sets otherwise around the days that are counted. */
async function overridesFor(
  tx: EntityManager,
  calendar: CalendarService,
  districtId: string,
  rows: readonly Row[],
): Promise<Overrides> {
  const days = rows.flatMap(({ today, dueOn }) => [today, dueOn]).toSorted();
  const [first = '', last = first] = [days[0], days.at(-1)];
  return first === '' ? new Map() : calendar.overrides(tx, districtId, addDays(first, -1), last);
}

function viewOf(row: Row, overrides: Overrides): CaseView {
  const { id, source, sourceName, number, title, kind, programme, status, unionId, unionName, dueOn, marks, version } =
    row;
  const daysLeft = status === 'closed' ? null : workingDaysBetween(row.today, dueOn, overrides);
  return {
    ...{ id, source, sourceName, number, title, kind, programme, status, unionId, unionName },
    ...{ receivedAt: row.receivedAt.toISOString(), dueOn, daysLeft, marks, version },
  };
}
