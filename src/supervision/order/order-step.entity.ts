/** A step on an order's way (督办经过); raised by the clock it has no officer. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Degree } from '../../events/events';

export type OrderStepKind = 'issued' | 'signed' | 'answered' | 'returned' | 'closed' | 'raised' | 'withdrawn';

@Entity('order_step')
export class OrderStep {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'order_id' }) orderId!: string;
  @PrimaryColumn('integer') no!: number;
  @Column('text') kind!: OrderStepKind;
  @Column('uuid', { name: 'officer_id', nullable: true }) officerId!: string | null;
  @Column('timestamptz') at!: Date;
  @Column('text', { nullable: true }) words!: string | null;
  /** As they stood after the step. */
  @Column('text') degree!: Degree;
  @Column('date', { name: 'limit_on' }) limitOn!: string;
}
