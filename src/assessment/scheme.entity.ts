/** A scheme (考核方案) that one union wrote for the unions directly below it, for one year. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';
import type { Tier } from '../kernel/actor';
import type { SchemeDefinition } from './scheme-types';

@Entity('scheme')
export class Scheme {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  @Column('ltree') path!: string;
  @Column('smallint') year!: number;
  @Column('text', { name: 'for_tier' }) forTier!: Tier;
  @Column('text') title!: string;
  @Column('jsonb') definition!: SchemeDefinition;
  @Column('integer') version!: number;
  /** The scheme it was copied from, and its version then. */
  @Column('uuid', { name: 'copied_from', nullable: true }) copiedFrom!: string | null;
  @Column('integer', { name: 'copied_version', nullable: true }) copiedVersion!: number | null;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
