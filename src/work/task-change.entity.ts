/** A change of a task by the tier above, or by the clock, which is no officer, with its reason (调整记录). */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';

@Entity('task_change')
export class TaskChange {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'task_id' }) taskId!: string;
  @Column('text') field!: 'target' | 'dueOn' | 'weight' | 'status' | 'parkedUntil' | 'milestones';
  @Column('text') before!: string;
  @Column('text') after!: string;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'officer_id', nullable: true }) officerId!: string | null;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'marked_at', ...keptByDatabase }) markedAt?: Date;
}
