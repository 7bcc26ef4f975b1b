/** A version of a form (报表版本), from a period on; returns keep the one they were made with. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';
import type { FormDefinition } from './definition';

@Entity('form_version')
export class FormVersion {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'form_id' }) formId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('text', { name: 'from_period' }) fromPeriod!: string;
  @Column('jsonb') definition!: FormDefinition;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'published_by' }) publishedBy!: string;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
