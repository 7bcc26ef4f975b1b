/** A batch of announcements that is under way to the platform; its row goes when it has arrived. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('outbox_lease')
export class OutboxLease {
  @PrimaryColumn('uuid') id!: string;
  @Column('bigint', { array: true }) seqs!: string[];
  @Column('timestamptz') until!: Date;
}
