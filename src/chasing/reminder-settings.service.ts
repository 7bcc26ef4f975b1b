/** When an officer wants his digest (提醒设置). */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { audit } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import type { ReminderSettingsView } from './reminder-settings.view';
import { ReminderSetting } from './reminder-setting.entity';
import { USUAL_HOUR } from '../calendar/telling-hours';

@Injectable()
export class ReminderSettingsService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
  ) {}

  async get({ districtId, officerId }: Actor): Promise<ReminderSettingsView> {
    const set = await this.database.manager.findOneBy(ReminderSetting, { districtId, officerId });
    return { hour: set?.hour ?? USUAL_HOUR };
  }

  set(actor: Actor, { hour }: ReminderSettingsView): Promise<ReminderSettingsView> {
    return this.deeds.run(actor, async (tx) => {
      const { districtId, officerId } = actor;
      await tx.query(
        `insert into reminder_setting (district_id, officer_id, hour, changed_at) values ($1, $2, $3, app_now())
         on conflict (district_id, officer_id) do update set hour = excluded.hour, changed_at = excluded.changed_at`,
        [districtId, officerId, hour],
      );
      await audit(tx, actor, 'reminderSettings.set', officerId, { after: { hour } });
      return { hour };
    });
  }
}
