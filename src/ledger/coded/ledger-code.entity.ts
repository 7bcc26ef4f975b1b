/** An entry by the code of the program that gave it (外部编码); the first of its corrections. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('ledger_code')
export class LedgerCode {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'type_id' }) typeId!: string;
  @PrimaryColumn('uuid', { name: 'union_id' }) unionId!: string;
  @PrimaryColumn('text') code!: string;
  @Column('uuid', { name: 'entry_id' }) entryId!: string;
}
