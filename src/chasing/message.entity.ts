/** A message to an officer (平台消息): everything due for him in one, with its read state. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Item } from './item';

@Entity('message')
export class Message {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'officer_id' }) officerId!: string;
  @Column('text') kind!: MessageKind;
  @Column('jsonb') items!: readonly Item[];
  /** How many more there were than a message holds. */
  @Column('integer') more!: number;
  @Column('date', { name: 'told_on' }) toldOn!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'read_at', nullable: true }) readAt!: Date | null;
}

/** digest: at his hour; urgent: at once; urge: by hand. */
export type MessageKind = 'digest' | 'urgent' | 'urge';
