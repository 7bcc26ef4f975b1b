/** An indicator (指标) of a district, with its newest version. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('indicator')
export class Indicator {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') programme!: string;
  @Column('integer') version!: number;
  @Column('boolean') retired: boolean = false;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
