/** An exception (免报、补报) for one union and one period: proposed by one person, decided by another. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';

export const exceptionKinds = ['exempt', 'reopen'] as const;
/** exempt: it need not report; reopen: it may, although the period is locked. */
export type ExceptionKind = (typeof exceptionKinds)[number];
export const exceptionStatuses = ['proposed', 'approved', 'refused', 'withdrawn', 'lifted'] as const;
export type ExceptionStatus = (typeof exceptionStatuses)[number];

@Entity('form_exception')
export class FormException {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'form_id' }) formId!: string;
  @Column('text') period!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  /** Of the union on the last day of the period. */
  @Column('ltree') path!: string;
  @Column('text') kind!: ExceptionKind;
  @Column('text') reason!: string;
  /** The last day on which a reopened return changes. */
  @Column('date', { nullable: true }) until!: string | null;
  /** lifted: an exemption that a later 补报 took away. */
  @Column('text') status!: ExceptionStatus;
  /** The union that proposed it, and the officer. */
  @Column('uuid', { name: 'proposer_id' }) proposerId!: string;
  @Column('uuid', { name: 'proposed_by' }) proposedBy!: string;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  /** Why it was decided so. */
  @Column('text', { nullable: true }) decision!: string | null;
  @Column('integer') version!: number;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
