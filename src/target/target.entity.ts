/** A target (目标): what one indicator is to reach, for one union and one period. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';
import type { PeriodKind } from '../kernel/period';
import type { Strength, Way } from './target-definition';

@Entity('target')
export class Target {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('text') kind!: PeriodKind;
  @Column('date', { name: 'from_day' }) fromDay!: string;
  @Column('date', { name: 'to_day' }) toDay!: string;
  @Column('text') strength!: Strength;
  @Column('text') direction!: Way;
  @Column('integer') version!: number;
  @Column('boolean') withdrawn: boolean = false;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
