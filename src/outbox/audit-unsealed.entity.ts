/** An audit entry that waits for its seal; written by the database with the entry. */
import { Entity, PrimaryColumn } from 'typeorm';

@Entity('audit_unsealed')
export class AuditUnsealed {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId!: string;
}
