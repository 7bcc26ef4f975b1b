/** One message on its way out (外发记录): to whom, what, why, and how it went. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';
import type { Channel, DispatchStatus } from './channel';
import type { DispatchReason } from './hand-over';

@Entity('dispatch')
export class Dispatch {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** The union of the officer or the robot, and its path when the message was handed over. */
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('ltree') path!: string;
  @Column('text') channel!: Channel;
  @Column('uuid', { name: 'officer_id', nullable: true }) officerId!: string | null;
  @Column('uuid', { name: 'robot_id', nullable: true }) robotId!: string | null;
  /** The mail address, or the robot's name. */
  @Column('text') target!: string;
  @Column('text') subject!: string;
  @Column('text') text!: string;
  @Column('jsonb') reason!: DispatchReason;
  @Column('text', { name: 'once_key' }) onceKey!: string;
  @Column('text') status!: DispatchStatus;
  @Column('smallint') attempts!: number;
  @Column('timestamptz', { name: 'next_at' }) nextAt!: Date;
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil!: Date | null;
  @Column('text', { name: 'last_answer', nullable: true }) lastAnswer!: string | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
