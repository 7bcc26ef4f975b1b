/** A file of evidence that was taken away after its report had been handed in (移除的佐证材料): kept by the database, for those who were told of it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';

@Entity('evidence_removed')
export class EvidenceRemoved {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'report_id' }) reportId!: string;
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
