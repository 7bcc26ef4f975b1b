/** A file of an entry (佐证材料), of one field or of the entry as a whole; the bytes are kept as those of reports. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('ledger_file')
export class EntryFile {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'entry_id' }) entryId!: string;
  /** The file field it was given for; null: evidence of the entry. */
  @Column('text', { nullable: true }) field!: string | null;
  @Column('text') sha256!: string;
  @Column('text') name!: string;
  /** Since it was returned: those above still read what was taken out, and not yet what was added. */
  @Column('text', { name: 'since_return', nullable: true }) sinceReturn!: 'added' | 'removed' | null;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
