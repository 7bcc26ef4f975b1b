/** What was told about a task (催办记录), to whom, when and why, and the next step with its day. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service';
import type { Overrides } from '../calendar/working-days';
import type { Language } from '../http/language';
import type { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import type { LadderKind, LadderStep } from './ladder';
import { currentLadders } from './ladder.service';
import type { NextReminderView, RemindersView, ReminderView } from './reminder.view';
import { scheduleOf } from './rungs';
import { holdWords, stepWords } from './step-words';
import { taskInReach } from './task-in-reach';
import { anchorOf, counts, standingOf, type TaskStanding, wasTold } from './task-standing';

const MOST = 200;

const sentSql = `
  select x.kind, x.step, x.position, x.whom, o.name as "officerName", u.name as "unionName", x.told_at as at
  from reminder_turn x join officer o on o.district_id = $1 and o.id = x.officer_id
  join trade_union u on u.district_id = $1 and u.id = o.union_id
  where x.district_id = $1 and x.task_id = $2 order by x.told_at desc, o.name, o.id limit ${MOST + 1}`;

type Row = Omit<ReminderView, 'why' | 'at'> & { position: number; at: Date };

@Injectable()
export class ReminderReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(CalendarService) private readonly calendar: CalendarService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Errors: notFound. */
  async ofTask(actor: Actor, taskId: string, language: Language): Promise<RemindersView> {
    const { manager } = this.database;
    const { districtId } = actor;
    await taskInReach(manager, actor, taskId);
    const today = this.clock.today();
    const standing = await standingOf(manager, districtId, today, taskId);
    const rows: Row[] = await manager.query(sentSql, [districtId, taskId]);
    const ladders = await currentLadders(manager, districtId);
    const overrides = await this.calendar.overrides(manager, districtId);
    const next = (['task', 'review'] as const)
      .map((kind) => nextOf(standing, kind, ladders[kind].steps, today, overrides, language))
      .filter((each) => each !== null)
      .toSorted((one, other) => (one.day < other.day ? -1 : 1));
    return {
      sent: rows.slice(0, MOST).map(({ position, at, ...row }) => ({
        ...row,
        why: stepWords(row.kind, position)[language],
        at: at.toISOString(),
      })),
      more: rows.length > MOST,
      next,
      hold: standing.hold,
      holdText: standing.hold === null ? null : holdWords[standing.hold][language],
    };
  }
}

function nextOf(
  standing: TaskStanding,
  kind: LadderKind,
  steps: readonly (LadderStep & { whom: NextReminderView['whom'] })[],
  today: string,
  overrides: Overrides,
  language: Language,
): NextReminderView | null {
  const anchor = anchorOf(standing, kind);
  if (anchor === null) return null;
  const next = scheduleOf(steps, anchor, overrides).find(
    (step) =>
      counts(standing, kind, step) &&
      (step.day > today || (step.day === today && !wasTold(standing, kind, anchor, step.key))),
  );
  if (next === undefined) return null;
  return { kind, step: next.key, why: stepWords(kind, next.offset)[language], whom: next.whom, day: next.day };
}
