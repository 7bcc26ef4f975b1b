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
}
