/** Workers and members of an enterprise as counted on a day (人数): the last one rules until the next. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('enterprise_headcount')
export class EnterpriseHeadcount {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'enterprise_id' }) enterpriseId!: string;
  @PrimaryColumn('date', { name: 'counted_on' }) countedOn!: string;
  @Column('integer', { nullable: true }) workers!: number | null;
  @Column('integer', { nullable: true }) members!: number | null;
}
