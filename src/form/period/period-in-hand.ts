/** A period of a form in hand (报告期): the version that holds for it, its days, and how it stands today. */
import type { EntityManager } from 'typeorm';
import { NotFound } from '../../kernel/errors';
import type { FormDefinition, PeriodKind } from '../definition/definition';
import { daysOf, type PeriodDays, type Stage, stageOn } from './moments';
import { endOf, isPeriod } from './period';

export interface FormInHand {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly programme: string;
  readonly periodKind: PeriodKind;
  readonly firstPeriod: string;
  readonly lastPeriod: string | null;
}

export interface PeriodInHand {
  readonly form: FormInHand;
  readonly period: string;
  readonly version: number;
  readonly definition: FormDefinition;
  readonly days: PeriodDays;
  readonly stage: Stage;
  /** Its unions and days are kept as they were when it locked. */
  readonly kept: boolean;
  readonly today: string;
}

export const formColumns = `f.id, f.code, f.name, f.programme, f.period_kind as "periodKind", f.first_period as "firstPeriod",
  f.last_period as "lastPeriod"`;

/** $1 district, $2 form, $3 period, $4 its last day, $5 today or null; the version is that of the lock, else the latest from then on. */
const sql = `
  select ${formColumns}, v.version, v.definition, coalesce($5::date, app_today())::text as today,
    case when p.locked_at is not null then json_build_object('endsOn', p.ends_on, 'opensOn', p.opens_on, 'dueOn', p.due_on,
      'locksOn', p.locks_on) end as kept, (
      select coalesce(json_object_agg(w.day, w.working), '{}') from working_day w
      where w.district_id = $1 and w.day > $4::date and w.day <= $4::date + 500) as calendar
  from form f left join form_period p on p.district_id = $1 and p.form_id = f.id and p.period = $3 and p.locked_at is not null
  join lateral (
    select version, definition from form_version v where v.district_id = $1 and v.form_id = f.id
      and (v.version = p.version or (p.version is null and v.from_period <= $3)) order by v.version desc limit 1) v on true
  where f.district_id = $1 and f.id = $2`;

type Row = FormInHand &
  Pick<PeriodInHand, 'version' | 'definition' | 'today'> & {
    readonly kept: Omit<PeriodDays, 'startsOn'> | null;
    readonly calendar: Record<string, boolean>;
  };

/** Errors: notFound, also for a period that this form does not have. `today`: the database's when left out. */
export async function periodInHand(
  tx: EntityManager,
  districtId: string,
  formId: string,
  period: string,
  today: string | null = null,
): Promise<PeriodInHand> {
  const kind = kindOf(period);
  if (kind === null) throw new NotFound();
  const [row]: Row[] = await tx.query(sql, [districtId, formId, period, endOf(kind, period), today]);
  if (row === undefined || row.periodKind !== kind || !isOwed(row, period)) throw new NotFound();
  const { version, definition, kept, calendar, today: now, ...form } = row;
  const reckoned = daysOf(kind, period, definition.moments, new Map(Object.entries(calendar)));
  const days = kept === null ? reckoned : { ...kept, startsOn: reckoned.startsOn };
  return {
    form: { ...form, name: definition.name, programme: definition.programme },
    ...{ period, version, definition, days, today: now },
    stage: kept === null ? stageOn(days, now) : 'locked',
    kept: kept !== null,
  };
}

export const isOwed = ({ firstPeriod, lastPeriod }: FormInHand, period: string): boolean =>
  period >= firstPeriod && (lastPeriod === null || period <= lastPeriod);

export function kindOf(period: string): PeriodKind | null {
  const kinds: readonly PeriodKind[] = ['month', 'quarter', 'half', 'year'];
  return kinds.find((kind) => isPeriod(period, kind)) ?? null;
}
