/** A task whose light is to be judged anew, because something happened to it or to its reports. Written by the database. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('light_stale')
export class LightStale {
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('uuid', { name: 'district_id' }) districtId!: string;
  @Column('uuid', { name: 'task_id' }) taskId!: string;
  /** Only what was reported for it changed, nothing of the task itself. */
  @Column('boolean', { default: false }) reported!: boolean;
}
