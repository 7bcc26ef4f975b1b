/** A closed period (指标锁定): the values of it and of all periods in it stand as they are, until it is opened again. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';
import type { PeriodKind } from '../../kernel/period';

@Entity('indicator_closure')
export class IndicatorClosure {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: PeriodKind;
  @Column('date', { name: 'from_day' }) fromDay!: string;
  @Column('date', { name: 'to_day' }) toDay!: string;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'closed_by' }) closedBy!: string;
  @Column('timestamptz', { name: 'closed_at' }) closedAt!: Date;
  @Column('uuid', { name: 'reopened_by', nullable: true }) reopenedBy!: string | null;
  @Column('timestamptz', { name: 'reopened_at', nullable: true }) reopenedAt!: Date | null;
  @Column('text', { name: 'reopened_reason', nullable: true }) reopenedReason!: string | null;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
