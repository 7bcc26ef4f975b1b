/** An entry of a ledger (台账记录): one activity, honour, visit or grant, of one union on one day. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';
import type { Values } from './values';

export type EntryStatus = 'draft' | 'submitted' | 'returned' | 'accepted' | 'corrected' | 'withdrawn';

@Entity('ledger_entry')
export class LedgerEntry {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'type_id' }) typeId!: string;
  /** The version of the form it was made with. */
  @Column('integer', { name: 'type_version' }) typeVersion!: number;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  /** Of the union when it was begun. */
  @Column('ltree') path!: string;
  /** The union above, which accepts or returns it; null where nobody has to. */
  @Column('uuid', { name: 'reviewer_id', nullable: true }) reviewerId!: string | null;
  @Column('date') day!: string;
  /** Personal data stand masked. */
  @Column('jsonb', { name: 'given' }) values!: Values;
  @Column('text') status!: EntryStatus;
  /** The accepted entry that this one corrects. */
  @Column('uuid', { name: 'corrects_id', nullable: true }) correctsId!: string | null;
  @Column('integer') version!: number;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('uuid', { name: 'submitted_by', nullable: true }) submittedBy!: string | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  // the listed fields once more, to be searched by: written by the statements of entry-sql.ts only
  @Column('text', { nullable: true, select: false }) t1?: string | null;
  @Column('text', { nullable: true, select: false }) t2?: string | null;
  @Column('text', { nullable: true, select: false }) t3?: string | null;
  @Column('text', { nullable: true, select: false }) t4?: string | null;
  @Column('text', { nullable: true, select: false }) t5?: string | null;
  @Column('text', { nullable: true, select: false }) t6?: string | null;
  @Column('text', { nullable: true, select: false }) t7?: string | null;
  @Column('text', { nullable: true, select: false }) t8?: string | null;
  @Column('numeric', { nullable: true, select: false }) n1?: string | null;
  @Column('numeric', { nullable: true, select: false }) n2?: string | null;
  @Column('numeric', { nullable: true, select: false }) n3?: string | null;
  @Column('numeric', { nullable: true, select: false }) n4?: string | null;
  @Column('numeric', { nullable: true, select: false }) n5?: string | null;
  @Column('numeric', { nullable: true, select: false }) n6?: string | null;
  @Column('date', { nullable: true, select: false }) d1?: string | null;
  @Column('date', { nullable: true, select: false }) d2?: string | null;
  @Column('date', { nullable: true, select: false }) d3?: string | null;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
