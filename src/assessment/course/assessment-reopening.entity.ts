/** A reopening (重新开启): back to an earlier step, with a reason, asked for by one officer and confirmed by another. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';
import type { Step } from '../../events/events';

@Entity('assessment_reopening')
export class AssessmentReopening {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: string;
  @Column('text', { name: 'from_step' }) fromStep!: Step;
  @Column('text', { name: 'to_step' }) toStep!: Step;
  @Column('text') reason!: string;
  /** Working days of the reopened step; null: as the scheme says. */
  @Column('integer', { nullable: true }) days!: number | null;
  @Column('text') status!: 'proposed' | 'confirmed' | 'refused';
  @Column('uuid', { name: 'proposed_by' }) proposedBy!: string;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'decision_reason', nullable: true }) decisionReason!: string | null;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
