/** What a report took (用时): said by who wrote it, or not at all. No single answer ever shows it again. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Conflict, NotFound } from '../kernel/errors';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';

@Injectable()
export class MinutesService {
  constructor(@Inject(Deeds) private readonly deeds: Deeds) {}

  /** Says, or says anew, how many minutes a report of one's own took. Errors: report.notHandedIn (409), notFound. */
  async tell(actor: Actor, reportId: string, minutes: number): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      await requireHandedIn(tx, actor, reportId);
      await tx.query(
        `insert into report_minutes (district_id, report_id, union_id, path, minutes, told_on)
         select district_id, id, union_id, path, $3, app_today() from progress_report where district_id = $1 and id = $2
         on conflict (district_id, report_id) do update set minutes = excluded.minutes`,
        [actor.districtId, reportId, minutes],
      );
      await audit(tx, actor, 'minutes.told', reportId);
      return {};
    });
  }

  /** Takes back what was said. */
  async withdraw(actor: Actor, reportId: string): Promise<void> {
    await this.deeds.run(actor, async (tx) => {
      await requireHandedIn(tx, actor, reportId);
      await tx.query('delete from report_minutes where district_id = $1 and report_id = $2', [
        actor.districtId,
        reportId,
      ]);
      await audit(tx, actor, 'minutes.withdrawn', reportId);
      return {};
    });
  }
}

/** Minutes belong to a report of one's own that was handed in: a draft may still be thrown away. */
async function requireHandedIn(tx: EntityManager, actor: Actor, reportId: string): Promise<void> {
  const [report]: { submitted: boolean }[] = await tx.query(
    `select submitted_at is not null as submitted from progress_report
     where district_id = $1 and id = $2 and union_id = $3 for key share`,
    [actor.districtId, reportId, actor.unionId],
  );
  if (report === undefined) throw new NotFound();
  if (report.submitted) return;
  throw new Conflict('report.notHandedIn', {
    zh: '报告提交后才能填写用时。',
    en: 'Hand the report in first, then say how long it took.',
  });
}
