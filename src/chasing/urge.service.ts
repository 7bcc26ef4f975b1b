/** Urging by hand (催办): anyone above may, with words, once a day for each task and officer; it leaves a trace. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service';
import { CONFIG, type Config } from '../config';
import type { Actor } from '../kernel/actor';
import { addDays } from '../kernel/clock';
import { Conflict, Forbidden, NotFound } from '../kernel/errors';
import { newId } from '../kernel/id';
import { announce } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import type { UrgeItem } from './item';
import { sendOut } from './outward';
import { taskInReach, type TaskInReach } from './task-in-reach';
import { alreadyUrged, nobodyThere } from './urge-refusals';
import { type Moment, told, urgeNow } from './urge-sql';
import { urgesOf } from './urge.reader';
import type { UrgeList, UrgeView } from './urge.view';
import { mayTellNow } from '../calendar/telling-hours';

export interface UrgeGiven {
  words: string;
  urgent: boolean;
}

@Injectable()
export class UrgeService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(CalendarService) private readonly calendar: CalendarService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The urges about a task within reach, the newest first. */
  async list(actor: Actor, taskId: string, paging: { page: number; pageSize: number }): Promise<UrgeList> {
    await taskInReach(this.database.manager, actor, taskId);
    return urgesOf(this.database.manager, actor.districtId, { taskId }, paging);
  }

  /**
   * Tells everybody of the union who reports and was not urged about this task today. From eight to eight on working days at
   * once, otherwise with the next digest. Errors: urge.notAbove (403), task.withdrawn, urge.today (409), urge.nobody (409).
   */
  urge(actor: Actor, taskId: string, given: UrgeGiven): Promise<UrgeView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId } = actor;
      const task = await taskInReach(tx, actor, taskId, true);
      if (task.unionId === actor.unionId) throw notAbove();
      if (task.status === 'withdrawn')
        throw new Conflict('task.withdrawn', { zh: '该任务已撤回。', en: 'The task has been withdrawn.' });
      const id = newId();
      const moment = await urgeNow(tx);
      await tx.query(
        `insert into urge (district_id, id, task_id, words, urgent, urged_by, urged_at) values ($1, $2, $3, $4, $5, $6, app_now())`,
        [districtId, id, taskId, given.words, given.urgent, officerId],
      );
      const officers = await this.name(tx, districtId, task, id);
      if (await this.mayTell(tx, districtId, moment, given.urgent)) {
        const items = [await this.item(tx, actor, task, id, given.words)];
        const written = await told(tx, districtId, officers, id, moment.today, items);
        await sendOut(tx, { districtId, today: moment.today, address: this.config.publicUrl }, written);
      }
      await announce(tx, actor, {
        name: 'task.urged',
        unionId: task.unionId,
        path: task.path,
        subjectId: taskId,
        body: {
          taskId,
          unionId: task.unionId,
          title: task.title,
          urgeId: id,
          words: given.words,
          officers: officers.length,
        },
      });
      const { items } = await urgesOf(tx, districtId, { id }, { page: 1, pageSize: 1 });
      const [urge] = items;
      if (urge === undefined) throw new NotFound();
      return urge;
    });
  }

  /** Those who are urged by it; the others were today, which is said where nobody is left. */
  private async name(tx: EntityManager, districtId: string, task: TaskInReach, urgeId: string): Promise<string[]> {
    const officers: { id: string }[] = await tx.query(
      `insert into urge_officer (district_id, task_id, urged_on, officer_id, urge_id)
       select $1, $2, app_today(), o.id, $4 from officer o
       where o.district_id = $1 and o.union_id = $3 and o.active and o.kind = 'person' and o.role in ('administrator', 'reporter')
       on conflict do nothing returning officer_id as id`,
      [districtId, task.taskId, task.unionId, urgeId],
    );
    if (officers.length > 0) return officers.map(({ id }) => id);
    const [earlier] = (await urgesOf(tx, districtId, { taskId: task.taskId, today: true }, { page: 1, pageSize: 1 }))
      .items;
    throw earlier === undefined ? nobodyThere() : alreadyUrged(earlier);
  }

  private async mayTell(
    tx: EntityManager,
    districtId: string,
    { today, hour }: Moment,
    urgent: boolean,
  ): Promise<boolean> {
    const overrides = await this.calendar.overrides(tx, districtId, today, addDays(today, 1));
    return mayTellNow(today, hour, urgent, overrides);
  }

  private async item(
    tx: EntityManager,
    { districtId, officerId, unionId }: Actor,
    task: TaskInReach,
    urgeId: string,
    words: string,
  ): Promise<UrgeItem> {
    const [names]: [{ by: string; byUnion: string; unionName: string }] = await tx.query(
      `select (select name from officer where district_id = $1 and id = $2) as by,
         (select name from trade_union where district_id = $1 and id = $3) as "byUnion",
         (select name from trade_union where district_id = $1 and id = $4) as "unionName"`,
      [districtId, officerId, unionId, task.unionId],
    );
    const { taskId, title, dueOn } = task;
    return { kind: 'urge', urgeId, words, taskId, reportId: null, title, dueOn, unionId: task.unionId, ...names };
  }
}

function notAbove(): Forbidden {
  return new Forbidden('urge.notAbove', {
    zh: '只能催办下级工会的任务。',
    en: 'Only those above urge: this is a task of your own union.',
  });
}
