/** A statistical form (统计报表) of a district, with the version that was published last. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';
import type { PeriodKind } from '../../kernel/period';

@Entity('form')
export class Form {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') programme!: string;
  @Column('text', { name: 'period_kind' }) periodKind!: PeriodKind;
  /** The first period that is owed, and the last; null while the form is in use. */
  @Column('text', { name: 'first_period' }) firstPeriod!: string;
  @Column('text', { name: 'last_period', nullable: true }) lastPeriod!: string | null;
  @Column('integer') version!: number;
  /** The first period that is not over: neither locked nor, where none locks, past its due day. */
  @Column('text', { name: 'next_lock' }) nextLock!: string;
  /** The day on which the clock looks at it next; null where nothing comes any more. */
  @Column('date', { name: 'turn_on', nullable: true }) turnOn!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
