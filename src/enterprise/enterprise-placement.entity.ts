/** Under which union an enterprise lay, from when to when (隶属). */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('enterprise_placement')
export class EnterprisePlacement {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'enterprise_id' }) enterpriseId!: string;
  @PrimaryColumn('date') since!: string;
  @Column('date', { nullable: true }) until!: string | null;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('text', { nullable: true }) reason!: string | null;
}
