/** One change of an enterprise (变更记录): what it was, what it is, who and why; numbered as its versions. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChangeKind } from './enterprise-facts';

@Entity('enterprise_change')
export class EnterpriseChange {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'enterprise_id' }) enterpriseId!: string;
  @PrimaryColumn('integer') no!: number;
  @Column('text') kind!: ChangeKind;
  @Column('jsonb', { nullable: true }) before!: object | null;
  @Column('jsonb', { nullable: true }) after!: object | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { name: 'intake_id', nullable: true }) intakeId!: string | null;
  @Column('uuid', { name: 'officer_id', nullable: true }) officerId!: string | null;
  @Column('timestamptz') at!: Date;
}
