/** The last hour in which the reminders of a district went round (催办轮次). */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('chasing_round')
export class ChasingRound {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @Column('date') day!: string;
  @Column('smallint') hour!: number;
}
