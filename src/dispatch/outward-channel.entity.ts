/** Whether this installation can send by a channel (外发渠道), said by the worker that would send, and how fast it may. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Channel } from './channel';

@Entity('outward_channel')
export class OutwardChannel {
  @PrimaryColumn('text') channel!: Channel;
  @Column('boolean', { name: 'set_up' }) setUp!: boolean;
  @Column('timestamptz', { name: 'said_at' }) saidAt!: Date;
  /** When something was sent within the last minute, by all workers together. */
  @Column('timestamptz', { array: true }) sends!: Date[];
  /** Nothing is sent before. */
  @Column('timestamptz', { name: 'free_at', nullable: true }) freeAt!: Date | null;
}
