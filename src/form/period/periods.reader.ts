/** The periods of a form (报告期), the latest first, with their days. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { NotFound } from '../../kernel/errors';
import { periodNamed, periodOn, periodsBetween, wordsOfPeriod } from '../../kernel/period';
import type { Moments } from '../definition/definition';
import type { FormPeriodList } from '../standing/standing.view';
import { daysOf, type PeriodDays, stageOn } from './moments';
import { type FormInHand, formColumns } from './period-in-hand';

const sql = `
  select ${formColumns}, (
      select coalesce(json_object_agg(w.day, w.working), '{}') from working_day w where w.district_id = $1) as calendar, (
      select json_agg(json_build_object('fromPeriod', v.from_period, 'moments', v.definition->'moments') order by v.version desc)
      from form_version v where v.district_id = $1 and v.form_id = f.id) as versions, (
      select coalesce(json_object_agg(p.period, json_build_object('endsOn', p.ends_on, 'opensOn', p.opens_on, 'dueOn', p.due_on,
        'locksOn', p.locks_on)), '{}')
      from form_period p where p.district_id = $1 and p.form_id = f.id and p.locked_at is not null) as kept
  from form f where f.district_id = $1 and f.id = $2`;

interface Row extends FormInHand {
  readonly calendar: Record<string, boolean>;
  readonly versions: readonly { fromPeriod: string; moments: Moments }[];
  readonly kept: Record<string, Omit<PeriodDays, 'startsOn'>>;
}

@Injectable()
export class FormPeriodsReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Errors: notFound. */
  async list(
    { districtId }: Actor,
    formId: string,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<FormPeriodList> {
    const [form]: Row[] = await this.database.query(sql, [districtId, formId]);
    if (form === undefined) throw new NotFound();
    const today = this.clock.today();
    const all = periodsOf(form, today);
    const overrides = new Map(Object.entries(form.calendar));
    const items = all.slice((page - 1) * pageSize, page * pageSize).map((period) => {
      const { moments } = form.versions.find(({ fromPeriod }) => fromPeriod <= period) ?? {};
      if (moments === undefined) throw new Error(`No version of the form holds for ${period}`);
      const reckoned = daysOf(period, moments, overrides);
      const kept = form.kept[period];
      const days = { ...reckoned, ...kept };
      const stage = kept === undefined ? stageOn(days, today) : ('locked' as const);
      return { period, label: wordsOfPeriod(period).zh, ...days, stage };
    });
    return { items, page, pageSize, total: all.length };
  }
}

function periodsOf({ periodKind, firstPeriod, lastPeriod }: FormInHand, today: string): string[] {
  const now = periodOn(periodKind, today);
  const last = lastPeriod !== null && lastPeriod < now.name ? periodNamed(lastPeriod) : now;
  return periodsBetween(periodKind, periodNamed(firstPeriod).from, last.to)
    .map(({ name }) => name)
    .reverse();
}
