/** Where cases come from (来件渠道): the program that sends them, and the mapping that reads them. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseMapping } from './case-mapping';

@Entity('case_source')
export class CaseSource {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** As it stands in the address. */
  @Column('text') code!: string;
  @Column('text') name!: string;
  /** Only its keys send and ask. */
  @Column('uuid', { name: 'application_id' }) applicationId!: string;
  @Column('jsonb') mapping!: CaseMapping;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
