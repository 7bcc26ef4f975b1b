/** The leader of a union (负责人): whom a warning reaches last. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('union_leader')
export class UnionLeader {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'union_id' }) unionId!: string;
  @Column('uuid', { name: 'officer_id' }) officerId!: string;
  @Column('timestamptz') since!: Date;
}
