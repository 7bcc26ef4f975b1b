/** A period after the last one of its form (已撤销的报告期), for those who read on; the database alone writes it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';

@Entity('form_period_gone')
export class FormPeriodGone {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'form_id' }) formId!: string;
  @PrimaryColumn('text') period!: string;
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
