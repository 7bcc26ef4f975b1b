/** The annual report of a year (年度报告): submitted by one person, approved by another; then its figures stand. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';
import type { Content } from '../content';

export type AnnualReportStatus = 'submitted' | 'approved' | 'returned' | 'reopened';

@Entity('annual_report')
export class AnnualReportRow {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') year!: number;
  @Column('text') status!: AnnualReportStatus;
  /** Of what was approved; until then of what was submitted. */
  @Column('text') digest!: string;
  /** What it said when it was submitted; null where that was not kept. */
  @Column('jsonb', { nullable: true }) said!: Content | null;
  /** What was approved. */
  @Column('jsonb', { nullable: true }) content!: Content | null;
  @Column('uuid', { name: 'submitted_by' }) submittedBy!: string;
  @Column('timestamptz', { name: 'submitted_at' }) submittedAt!: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  /** Why it was returned, or opened again. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { name: 'reopened_by', nullable: true }) reopenedBy!: string | null;
  @Column('timestamptz', { name: 'reopened_at', nullable: true }) reopenedAt!: Date | null;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
