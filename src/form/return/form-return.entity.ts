/** The return (报表) of a union for a period: values by cell; what is missing is not there, which is not zero. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';
import type { CellValues, Said } from '../check/cell-values';
import type { Finding } from '../check/findings';
import type { Timeliness } from '../period/moments';

export const returnStatuses = ['draft', 'submitted', 'returned', 'accepted', 'corrected', 'withdrawn'] as const;
export type ReturnStatus = (typeof returnStatuses)[number];

@Entity('form_return')
export class FormReturn {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'form_id' }) formId!: string;
  /** The version of the form it was made with. */
  @Column('integer', { name: 'form_version' }) formVersion!: number;
  @Column('text') period!: string;
  @Column('date', { name: 'ends_on' }) endsOn!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  /** Of the union on the last day of the period. */
  @Column('ltree') path!: string;
  /** The union above on that day, which accepts or returns it; null where nobody has to. */
  @Column('uuid', { name: 'reviewer_id', nullable: true }) reviewerId!: string | null;
  @Column('jsonb', { name: 'given' }) values!: CellValues;
  /** Why a required cell is left out. */
  @Column('jsonb') missing!: Said;
  /** What is said to rules that ask for a word. */
  @Column('jsonb') words!: Said;
  /** What was found when it was handed in last. */
  @Column('jsonb') findings!: readonly Finding[];
  @Column('text') status!: ReturnStatus;
  /** As it was judged when it was handed in last. */
  @Column('text', { nullable: true }) timeliness!: Timeliness | null;
  @Column('uuid', { name: 'corrects_id', nullable: true }) correctsId!: string | null;
  @Column('integer') version!: number;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('uuid', { name: 'submitted_by', nullable: true }) submittedBy!: string | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
