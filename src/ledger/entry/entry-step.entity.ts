/** A step in the life of an entry (流转记录): who did what when, and what it changed. Nothing changes it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type EntryStepKind =
  | 'begun'
  | 'changed'
  | 'submitted'
  | 'takenBack'
  | 'returned'
  | 'accepted'
  | 'corrected'
  | 'withdrawn';

/** Field key → before and after; personal data masked. */
export type Changes = Readonly<Record<string, readonly [unknown, unknown]>>;

@Entity('ledger_step')
export class EntryStep {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId!: string;
  @PrimaryColumn('integer') no!: number;
  @Column('text') kind!: EntryStepKind;
  @Column('uuid', { name: 'officer_id' }) officerId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text', { nullable: true }) words!: string | null;
  @Column('jsonb', { nullable: true }) changes!: Changes | null;
}
