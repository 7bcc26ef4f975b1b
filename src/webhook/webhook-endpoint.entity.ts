/** Where a union's events are delivered (推送地址); its secrets are kept sealed. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** hand: by its administrator · gone: the receiver said so (410) · failing: three days of tries were in vain. */
export type Pause = 'hand' | Rest;
/** By itself. */
export type Rest = 'gone' | 'failing';

@Entity('webhook_endpoint')
export class WebhookEndpoint {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('text') url!: string;
  @Column('text') description!: string;
  /** Names of events, or `*` alone for all. */
  @Column('text', { array: true }) events!: string[];
  @Column('text', { name: 'key_id' }) keyId!: string;
  @Column('bytea') sealed!: Buffer;
  /** The secret that was replaced, which signs too until its time is over. */
  @Column('text', { name: 'old_key_id', nullable: true }) oldKeyId!: string | null;
  @Column('bytea', { name: 'old_sealed', nullable: true }) oldSealed!: Buffer | null;
  @Column('timestamptz', { name: 'old_until', nullable: true }) oldUntil!: Date | null;
  /** The number of its latest delivery. */
  @Column('bigint', { name: 'last_number' }) lastNumber!: string;
  @Column('text', { nullable: true }) pause!: Pause | null;
  @Column('timestamptz', { name: 'paused_at', nullable: true }) pausedAt!: Date | null;
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil!: Date | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt!: Date | null;
}
