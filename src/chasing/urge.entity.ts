/** An urging by hand (催办): the words, on which task, by whom. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';

@Entity('urge')
export class Urge {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'task_id' }) taskId!: string;
  @Column('text') words!: string;
  @Column('boolean') urgent!: boolean;
  @Column('uuid', { name: 'urged_by' }) urgedBy!: string;
  @Column('timestamptz', { name: 'urged_at' }) urgedAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
