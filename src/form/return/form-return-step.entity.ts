/** A step in the life of a return (流转记录): who did what when, and which values it changed. Nothing changes it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ReturnStepKind =
  | 'begun'
  | 'changed'
  | 'submitted'
  | 'takenBack'
  | 'returned'
  | 'accepted'
  | 'corrected'
  | 'withdrawn';

/** Cell, `missing.` or `words.` with a key → before and after; null where there was or is none. */
export type ReturnChanges = Readonly<Record<string, readonly [string | null, string | null]>>;

@Entity('form_return_step')
export class FormReturnStep {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'return_id' }) returnId!: string;
  @PrimaryColumn('integer') no!: number;
  @Column('text') kind!: ReturnStepKind;
  @Column('uuid', { name: 'officer_id' }) officerId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text', { nullable: true }) words!: string | null;
  @Column('jsonb', { nullable: true }) changes!: ReturnChanges | null;
}
