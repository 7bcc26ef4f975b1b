/** Who would get what on which day (催办预览): a ladder held against one task, the real calendar and today's officers. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { lastKnownYear } from '../calendar/official-calendar';
import { CalendarService } from '../calendar/calendar.service';
import type { Language } from '../http/language';
import type { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { NotFound } from '../kernel/errors';
import { addresseesOf } from './addressees';
import { checkLadder, type LadderKind } from './ladder';
import { currentLadders } from './ladder.service';
import type { LadderStepView } from './ladder.view';
import type { PreviewView } from './preview.view';
import { scheduleOf, stepDay } from './rungs';
import { stepWords } from './step-words';
import { taskInReach } from './task-in-reach';
import { standingOf, wasTold } from './task-standing';

const MOST = 50;

const nextDueSql = `
  select t.id from task t where t.district_id = $1 and t.status <> 'withdrawn' and t.tier <> 'district' and t.due_on >= app_today()
  order by t.due_on, t.id limit 1`;

@Injectable()
export class PreviewReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(CalendarService) private readonly calendar: CalendarService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The ladder in force, or one that is proposed. Errors: ladder.* (422), notFound. */
  async show(
    actor: Actor,
    kind: LadderKind,
    asked: { taskId?: string; steps?: readonly LadderStepView[] },
    language: Language,
  ): Promise<PreviewView> {
    const { manager } = this.database;
    const { districtId } = actor;
    if (asked.steps !== undefined) checkLadder(kind, asked.steps);
    const steps = asked.steps ?? (await currentLadders(manager, districtId))[kind].steps;
    const id = asked.taskId ?? (await this.nextDue(districtId));
    await taskInReach(manager, actor, id);
    const today = this.clock.today();
    const standing = await standingOf(manager, districtId, today, id);
    const overrides = await this.calendar.overrides(manager, districtId);
    const anchor = kind === 'task' ? standing.anchor : (standing.submittedOn ?? today);
    const officers = await addresseesOf(manager, districtId, standing, kind);
    const kept = new Set(scheduleOf(steps, anchor, overrides).map(({ key }) => key));
    const { title, unionName, dueOn } = standing;
    return {
      kind,
      taskId: id,
      title,
      unionName,
      dueOn,
      anchor,
      steps: steps.map(({ key, offset, whom, channels, urgent, template }) => {
        const told = officers.filter((each) => whom.includes(each.whom));
        const once = told.filter(({ id: of }, no) => told.findIndex((each) => each.id === of) === no);
        return {
          key,
          offset,
          why: stepWords(kind, offset)[language],
          day: stepDay(anchor, offset, overrides),
          certain: stepDay(anchor, offset, overrides) <= `${lastKnownYear}-12-31`,
          collapsed: !kept.has(key),
          told: wasTold(standing, kind, anchor, key),
          template,
          channels,
          urgent,
          officers: once.slice(0, MOST).map(({ whom: as, name, unionName: of }) => ({ whom: as, name, unionName: of })),
          more: Math.max(0, once.length - MOST),
        };
      }),
    };
  }

  private async nextDue(districtId: string): Promise<string> {
    const [task]: { id: string }[] = await this.database.query(nextDueSql, [districtId]);
    if (task === undefined) throw new NotFound();
    return task.id;
  }
}
