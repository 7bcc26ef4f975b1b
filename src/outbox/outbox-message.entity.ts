/** One announcement on its way to the platform. The row closes in the consumer's transaction. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('outbox_message')
@Index(['districtId', 'id'], { unique: true })
export class OutboxMessage {
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' }) seq!: number;
  @Column('uuid', { name: 'district_id' }) districtId!: string;
  @Column('uuid') id!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('ltree') path!: string;
  @Column('jsonb') body!: object;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt!: Date;
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil!: Date | null;
  @Column('smallint') attempts!: number;
  @Column('timestamptz', { name: 'projected_at', nullable: true }) projectedAt!: Date | null;
  @Column('timestamptz', { name: 'parked_at', nullable: true }) parkedAt!: Date | null;
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null;
  /** By which call it was announced; the clock's own have none. */
  @Column('text', { name: 'request_id', nullable: true }) requestId!: string | null;
  /** W3C traceparent of that call, where it came with one. */
  @Column('text', { name: 'trace_parent', nullable: true }) traceParent!: string | null;
}
