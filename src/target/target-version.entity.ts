/** What a target was at a time (目标版本): who set it, why, and by which approved change. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';
import type { TargetDefinition } from './target-definition';

@Entity('target_version')
export class TargetVersion {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'target_id' }) targetId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb') definition!: TargetDefinition;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'set_by' }) setBy!: string;
  /** Of another version than the first. */
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy!: string | null;
  @Column('timestamptz', { name: 'set_at' }) setAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
