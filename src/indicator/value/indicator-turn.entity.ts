/** The day up to which a district's indicators were carried over into periods that had begun. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('indicator_turn')
export class IndicatorTurn {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @Column('date') day!: string;
}
