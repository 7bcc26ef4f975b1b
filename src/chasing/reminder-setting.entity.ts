/** The hour at which an officer gets his digest (提醒时间); nine where he chose none. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('reminder_setting')
export class ReminderSetting {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'officer_id' }) officerId!: string;
  @Column('smallint') hour!: number;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}
