/** One try to deliver (推送尝试): what was sent and what came back. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('webhook_attempt')
export class WebhookAttempt {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'delivery_id' }) deliveryId!: string;
  @PrimaryColumn('integer') no!: number;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('jsonb') headers!: Record<string, string>;
  @Column('smallint', { nullable: true }) status!: number | null;
  /** The first four KiB. */
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('text', { nullable: true }) error!: string | null;
  @Column('integer') milliseconds!: number;
}
