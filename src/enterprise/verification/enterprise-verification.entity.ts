/** A finding about an enterprise (企业核查): proposed, and decided by the tier above. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';
import type { Standing } from '../../events/enterprise-body';

export type VerificationStatus = 'proposed' | 'accepted' | 'refused' | 'withdrawn';

@Entity('enterprise_verification')
export class EnterpriseVerification {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** What was proposed together shares its evidence. */
  @Column('uuid', { name: 'proposal_id' }) proposalId!: string;
  @Column('uuid', { name: 'enterprise_id' }) enterpriseId!: string;
  /** The union that proposes. */
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('ltree') path!: string;
  @Column('uuid', { name: 'decider_id' }) deciderId!: string;
  @Column('text') finding!: Standing;
  @Column('text') reason!: string;
  @Column('text') status!: VerificationStatus;
  @Column('uuid', { name: 'proposed_by' }) proposedBy!: string;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  /** From this day on it holds. */
  @Column('date', { name: 'decided_on', nullable: true }) decidedOn!: string | null;
  @Column('text', { name: 'decision_reason', nullable: true }) decisionReason!: string | null;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
