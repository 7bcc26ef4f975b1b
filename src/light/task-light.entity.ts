/** The light of a task as it was last judged (红黄绿灯), with the sums it was judged by. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';
import type { Light, LightReason } from '../kernel/light';

@Entity('task_light')
export class TaskLight {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'task_id' }) taskId!: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('numeric', { name: 'own_done', precision: 19, scale: 4, nullable: true }) ownDone!: string | null;
  @Column('numeric', { name: 'own_pending', precision: 19, scale: 4, nullable: true }) ownPending!: string | null;
  @Column('numeric', { precision: 19, scale: 4 }) done!: string;
  @Column('numeric', { precision: 19, scale: 4 }) pending!: string;
  @Column('text', { nullable: true }) light!: Light | null;
  @Column('text', { nullable: true }) reason!: LightReason | null;
  @Column('numeric', { precision: 5, scale: 1, nullable: true }) behind!: string | null;
  @Column('timestamptz', { nullable: true }) since!: Date | null;
  /** The last day that ended red. */
  @Column('date', { name: 'red_on', nullable: true }) redOn!: string | null;
  /** The day on which it turns when nobody does anything. */
  @Column('date', { name: 'turn_on', nullable: true }) turnOn!: string | null;
  @Column('integer', { name: 'rule_no', nullable: true }) ruleNo!: number | null;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
