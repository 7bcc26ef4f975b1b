/** A period of a form (报告期) that has opened: its days and who owes it, for the desk; fixed once it is locked. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';
import type { Tier } from '../../kernel/actor';

@Entity('form_period')
export class FormPeriod {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'form_id' }) formId!: string;
  @PrimaryColumn('text') period!: string;
  @Column('integer') version!: number;
  /** 2026年3月. */
  @Column('text') label!: string;
  @Column('date', { name: 'ends_on' }) endsOn!: string;
  @Column('date', { name: 'opens_on' }) opensOn!: string;
  @Column('date', { name: 'due_on' }) dueOn!: string;
  @Column('date', { name: 'locks_on', nullable: true }) locksOn!: string | null;
  @Column('text', { array: true }) tiers!: Tier[];
  @Column('uuid', { array: true }) under!: string[];
  @Column('uuid', { array: true }) unions!: string[];
  @Column('timestamptz', { name: 'locked_at', nullable: true }) lockedAt!: Date | null;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
