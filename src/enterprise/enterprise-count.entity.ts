/** Counts of the enterprises directly under a union, by kind (企业数), kept by the database with every statement. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('enterprise_count')
export class EnterpriseCount {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'union_id' }) unionId!: string;
  @PrimaryColumn('text') kind!: string;
  @Column('bigint') preset!: number;
  @Column('bigint') excluded!: number;
  @Column('bigint') unionized!: number;
  @Column('bigint', { name: 'unionized_verified' }) unionizedVerified!: number;
  @Column('bigint') workers!: number;
  @Column('bigint', { name: 'workers_verified' }) workersVerified!: number;
  @Column('bigint') members!: number;
  @Column('bigint', { name: 'members_verified' }) membersVerified!: number;
  @Column('bigint') uncounted!: number;
}
