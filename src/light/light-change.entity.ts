/** A change of colour (变灯记录), kept for good: what it was, what it became, why, by which figures and which rule. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';
import type { Light, LightReason } from '../kernel/light';

@Entity('light_change')
export class LightChange {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'task_id' }) taskId!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('text', { nullable: true }) before!: Light | null;
  @Column('text', { nullable: true }) light!: Light | null;
  @Column('text') reason!: LightReason;
  @Column('numeric', { precision: 5, scale: 1 }) behind!: string;
  @Column('numeric', { precision: 19, scale: 4 }) done!: string;
  @Column('numeric', { precision: 19, scale: 4 }) pending!: string;
  @Column('numeric', { precision: 19, scale: 4 }) target!: string;
  @Column('date', { name: 'due_on' }) dueOn!: string;
  @Column('integer', { name: 'rule_no' }) ruleNo!: number;
  /** The unions directly below that lay furthest behind: id and how much was missing. */
  @Column('jsonb') culprits!: object[];
  @Column('date', { name: 'on_day' }) onDay!: string;
  @Column('timestamptz') at!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
