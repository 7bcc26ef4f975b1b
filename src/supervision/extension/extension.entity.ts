/** An application for another due day (延期), and its answer. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';

export type ExtensionStatus = 'requested' | 'approved' | 'refused' | 'withdrawn';

@Entity('extension')
export class Extension {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'task_id' }) taskId!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('ltree') path!: string;
  /** The union that answers: who gave the task, or the district for a further one. */
  @Column('uuid', { name: 'decider_id' }) deciderId!: string;
  @Column('text') needs!: 'above' | 'district';
  @Column('text') reason!: string;
  /** The due day when it was applied for. */
  @Column('date', { name: 'before_on' }) beforeOn!: string;
  @Column('date', { name: 'proposed_on' }) proposedOn!: string;
  /** The day the answer fixed. */
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('text') status!: ExtensionStatus;
  @Column('uuid', { name: 'requested_by' }) requestedBy!: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'decision_reason', nullable: true }) decisionReason!: string | null;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
