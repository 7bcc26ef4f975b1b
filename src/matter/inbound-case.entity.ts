/** A case that another platform sent (诉求件): known by their number, handled by one of our unions. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';
import type { CaseStatus } from '../events/case-body';
import type { CaseKind, CaseMark } from './case-course';

@Entity('inbound_case')
export class InboundCase {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'source_id' }) sourceId!: string;
  @Column('text') number!: string;
  @Column('text') title!: string;
  @Column('text') content!: string;
  @Column('text') kind!: CaseKind;
  @Column('text', { nullable: true }) programme!: string | null;
  @Column('timestamptz', { name: 'occurred_at', nullable: true }) occurredAt!: Date | null;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('date', { name: 'due_on' }) dueOn!: string;
  @Column('text') status!: CaseStatus;
  /** Who handles it. */
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  /** The latest; it leaves the house only when the case is closed. */
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('text', { array: true }) marks!: CaseMark[];
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'arrived_at' }) arrivedAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
