/** One event on its way to one endpoint (推送记录). */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** waiting: to be tried, again if need be · delivered · skipped: passed over by a person · failed: a test that did not arrive. */
export type DeliveryState = 'waiting' | 'delivered' | 'skipped' | 'failed';

@Entity('webhook_delivery')
export class WebhookDelivery {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'endpoint_id' }) endpointId!: string;
  /** Of the event, the same for every endpoint and every try. */
  @Column('uuid', { name: 'event_id' }) eventId!: string;
  /** Of the announcement; null: a test. */
  @Column('bigint', { nullable: true }) seq!: string | null;
  @Column('text') name!: string;
  /** Without a gap within the endpoint; null: not given yet, or a test. */
  @Column('bigint', { nullable: true }) number!: string | null;
  /** Exactly what is sent, at every try. */
  @Column('text', { nullable: true }) body!: string | null;
  @Column('text') state!: DeliveryState;
  /** Tries since it was begun or replayed. */
  @Column('smallint') attempts!: number;
  /** All tries ever. */
  @Column('integer') tries!: number;
  @Column('timestamptz', { name: 'next_at' }) nextAt!: Date;
  @Column('smallint', { name: 'last_status', nullable: true }) lastStatus!: number | null;
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null;
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt!: Date | null;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt!: Date;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
