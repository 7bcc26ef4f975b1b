/** An entry (考核记录): something that counts on a sheet, with its ground, its evidence and who approved it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase, pointsColumn } from '../kernel/columns';

@Entity('assessment_entry')
export class AssessmentEntry {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: string;
  @Column('uuid', { name: 'sheet_id' }) sheetId!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('text') kind!: 'occurrence' | 'bonus' | 'penalty' | 'veto';
  /** Only of an occurrence. */
  @Column('text', { nullable: true }) criterion!: string | null;
  /** The code of the ground, of the kind of bonus or penalty, or of the veto. */
  @Column('text') ground!: string;
  @Column('integer') count!: number;
  /** Only where the kind leaves the points to the entry. */
  @Column('numeric', { precision: 9, scale: 2, nullable: true, transformer: pointsColumn }) points!: string | null;
  @Column('date', { name: 'occurred_on' }) occurredOn!: string;
  @Column('text') words!: string;
  @Column('text') status!: 'proposed' | 'approved' | 'refused' | 'withdrawn';
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'decision_reason', nullable: true }) decisionReason!: string | null;
  @Column('integer') version!: number;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
