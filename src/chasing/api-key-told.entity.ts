/** That the end of a key was told (密钥到期提醒): once for each key and step. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('api_key_told')
export class ApiKeyTold {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'key_id' }) keyId!: string;
  /** So many days before its last one, at most. */
  @PrimaryColumn('smallint', { name: 'days_before' }) daysBefore!: number;
  @Column('timestamptz', { name: 'told_at' }) toldAt!: Date;
}
