/** A ledger type (台账类型) of a district, with the version entries are made by now. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';
import type { Slots } from './slots';

@Entity('ledger_type')
export class LedgerType {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') programme!: string;
  @Column('integer') version!: number;
  /** Which column a listed field is searched by. */
  @Column('jsonb') slots!: Slots;
  @Column('boolean') retired: boolean = false;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
