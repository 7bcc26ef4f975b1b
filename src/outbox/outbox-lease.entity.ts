/** A batch of announcements that is under way to the platform; its row goes when it has arrived. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('outbox_lease')
export class OutboxLease {
  @PrimaryColumn('uuid') id!: string;
  /** The lowest of them: two relays that choose the same at once do not both get it. */
  @Column('bigint', { unique: true }) first!: string;
  @Column('bigint', { array: true }) seqs!: string[];
  @Column('timestamptz') until!: Date;
}
