/** An appeal (申诉) of a scored union against criteria of its published sheet. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';

export type AppealStatus = 'filed' | 'upheld' | 'rejected' | 'withdrawn';

@Entity('appeal')
export class Appeal {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: string;
  @Column('uuid', { name: 'sheet_id' }) sheetId!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  /** The codes of what is appealed. */
  @Column('jsonb') criteria!: readonly string[];
  @Column('text') reason!: string;
  @Column('text') status!: AppealStatus;
  @Column('uuid', { name: 'filed_by' }) filedBy!: string;
  @Column('timestamptz', { name: 'filed_at' }) filedAt!: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'decision_reason', nullable: true }) decisionReason!: string | null;
  @Column('integer') version!: number;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
