/** The last number of a district's orders in a year (督办单编号): counted in the deed's transaction, so none is left out. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('order_number')
export class OrderNumber {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('smallint') year!: number;
  @Column('integer') last!: number;
}
