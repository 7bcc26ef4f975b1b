/** One piece of personal data (个人信息) of an entry, under seal, with the key that opens it and a digest to find it by. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PersonalPart } from '../type/definition';

@Entity('ledger_personal')
export class PersonalRecord {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId!: string;
  @PrimaryColumn('text') field!: string;
  @PrimaryColumn('text') what!: PersonalPart;
  /** Of the working copy of a returned entry. */
  @PrimaryColumn('boolean') reworked!: boolean;
  @Column('text', { name: 'key_id' }) keyId!: string;
  @Column('bytea') sealed!: Buffer;
  @Column('bytea') digest!: Buffer;
}
