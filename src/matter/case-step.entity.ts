/** A step in the course of a case (流转记录); never changed. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseStepKind } from './case-course';

@Entity('case_step')
export class CaseStep {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId!: string;
  @PrimaryColumn('integer') no!: number;
  @Column('text') kind!: CaseStepKind;
  /** Who handled it after the step. */
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('uuid', { name: 'officer_id' }) officerId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text', { nullable: true }) words!: string | null;
  /** What they sent otherwise than before, by field. */
  @Column('jsonb', { nullable: true }) changes!: readonly CaseChange[] | null;
}

export interface CaseChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}
