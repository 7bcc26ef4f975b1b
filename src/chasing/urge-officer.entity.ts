/** Who was urged, at most once a day for each task (每人每事一天一次); without a message yet: it waits for the morning. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('urge_officer')
export class UrgeOfficer {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'task_id' }) taskId!: string;
  @PrimaryColumn('date', { name: 'urged_on' }) urgedOn!: string;
  @PrimaryColumn('uuid', { name: 'officer_id' }) officerId!: string;
  @Column('uuid', { name: 'urge_id' }) urgeId!: string;
  @Column('uuid', { name: 'message_id', nullable: true }) messageId!: string | null;
}
