/** The value of an indicator (指标值) for a union and a period, as it was last told; of a closed period it stands. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';
import type { PeriodKind } from '../../kernel/period';

@Entity('indicator_value')
export class IndicatorValue {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @PrimaryColumn('text') kind!: PeriodKind;
  @PrimaryColumn('date', { name: 'from_day' }) fromDay!: string;
  @PrimaryColumn('uuid', { name: 'union_id' }) unionId!: string;
  @Column('integer') version!: number;
  @Column('numeric', { precision: 60, scale: 10, nullable: true }) numerator!: string | null;
  @Column('numeric', { precision: 60, scale: 10, nullable: true }) denominator!: string | null;
  @Column('numeric', { precision: 60, scale: 6, nullable: true }) value!: string | null;
  @Column('timestamptz', { name: 'valued_at' }) valuedAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
