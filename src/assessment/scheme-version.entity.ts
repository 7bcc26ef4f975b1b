/** A version of a scheme (方案版本): one state as it was saved, kept for ever. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';
import type { SchemeDefinition } from './scheme-types';

@Entity('scheme_version')
export class SchemeVersion {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'scheme_id' }) schemeId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('text') title!: string;
  @Column('smallint') year!: number;
  @Column('jsonb') definition!: SchemeDefinition;
  @Column('uuid', { name: 'written_by' }) writtenBy!: string;
  @Column('timestamptz', { name: 'written_at' }) writtenAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
