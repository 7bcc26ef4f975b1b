/** A long run of an assessment (考核计算任务): its row is the evidence of how far it is; the queue only carries its id. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';
import type { Words } from '../kernel/errors';

/** waiting, running and stopping are alive; the others have ended. */
export type RunStatus = 'waiting' | 'running' | 'stopping' | 'stopped' | 'done' | 'failed';

@Entity('assessment_run')
export class AssessmentRun {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: string;
  @Column('text') kind!: 'computation';
  @Column('text') status!: RunStatus;
  /** Sheets in all, and those that are scored. */
  @Column('integer') total!: number;
  @Column('integer') done!: number;
  /** The last sheet that is scored; they go in the order of their ids. */
  @Column('uuid', { nullable: true }) cursor!: string | null;
  @Column('uuid', { name: 'started_by' }) startedBy!: string;
  @Column('timestamptz', { name: 'asked_at' }) askedAt!: Date;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('jsonb', { nullable: true }) failure!: Words | null;
  /** Failures of its own since the last sheet that was scored. */
  @Column('integer') attempts!: number;
  /** The worker that has it in hand, until when. By the database's clock; past it anybody may take it. */
  @Column('uuid', { name: 'leased_by', nullable: true }) leasedBy!: string | null;
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil!: Date | null;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
