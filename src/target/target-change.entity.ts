/** A proposed change of a target (目标调整): decided by another person than the one who proposed it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';
import type { TargetChangeStatus } from './target-change-status';
import type { TargetDefinition } from './target-definition';

@Entity('target_change')
export class TargetChange {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'target_id' }) targetId!: string;
  /** What stood when it was proposed. */
  @Column('integer') version!: number;
  /** null: the target is to be given up. */
  @Column('jsonb', { nullable: true }) definition!: TargetDefinition | null;
  @Column('text') reason!: string;
  @Column('text') status!: TargetChangeStatus;
  @Column('uuid', { name: 'proposed_by' }) proposedBy!: string;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'decision_reason', nullable: true }) decisionReason!: string | null;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
