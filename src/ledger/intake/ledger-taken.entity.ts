/** A row of a spreadsheet that became an entry (台账导入): known again by a keyed digest, whoever sends it once more. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('ledger_taken')
export class LedgerTaken {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'type_id' }) typeId!: string;
  @PrimaryColumn('bytea') digest!: Buffer;
  @Column('uuid', { name: 'entry_id' }) entryId!: string;
  @Column('uuid', { name: 'intake_id' }) intakeId!: string;
  /** As the spreadsheet counts. */
  @Column('integer', { name: 'row_no' }) row!: number;
}
