/** A publication (公示): what was told at one moment, with the digest of all of it. Nothing changes it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';
import type { SchemeDefinition } from '../scheme-types';
import type { PublishedStanding } from './publication.view';

@Entity('publication')
export class Publication {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'assessment_id' }) assessmentId!: string;
  /** 1 is the first; each correction takes the next. */
  @PrimaryColumn('integer') no!: number;
  @Column('text') kind!: 'publication' | 'correction';
  /** The upheld appeal behind a correction. */
  @Column('uuid', { name: 'appeal_id', nullable: true }) appealId!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  /** All unions, the first rank first. */
  @Column('json') standings!: readonly PublishedStanding[];
  @Column('json') scheme!: SchemeDefinition;
  /** Of the scheme the assessment was opened by; null where it is not known. */
  @Column('integer', { name: 'scheme_version', nullable: true }) schemeVersion!: number | null;
  @Column('text') digest!: string;
  @Column('uuid', { name: 'published_by' }) publishedBy!: string;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
