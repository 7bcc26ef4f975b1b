/** The seal of an audit entry: SHA-256 over the seal before it and the entry (审计链). Append-only. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('audit_seal')
export class AuditSeal {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('bigint') no!: string;
  @Column('uuid', { name: 'entry_id' }) entryId!: string;
  @Column('bytea') hash!: Buffer;
}
