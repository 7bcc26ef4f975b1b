/** A version of an indicator (指标版本), and from which day on its periods are worked out by it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';
import type { IndicatorDefinition } from './definition';

@Entity('indicator_version')
export class IndicatorVersion {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb') definition!: IndicatorDefinition;
  @Column('date', { name: 'holds_from' }) holdsFrom!: string;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'published_by' }) publishedBy!: string;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
