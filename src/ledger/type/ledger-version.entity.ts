/** A version of a ledger type (台账版本): the form as it was published; entries keep the one they were made with. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';
import type { LedgerDefinition } from './definition';

@Entity('ledger_version')
export class LedgerVersion {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'type_id' }) typeId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb') definition!: LedgerDefinition;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'published_by' }) publishedBy!: string;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
