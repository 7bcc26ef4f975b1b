/** One version of a district's own words for a message (消息模板); no words: back to the built-in ones. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BothWords, TemplateKey } from './template-keys';

@Entity('message_template')
export class MessageTemplate {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('text') key!: TemplateKey;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb', { nullable: true }) words!: BothWords | null;
  @Column('uuid', { name: 'set_by' }) setBy!: string;
  @Column('timestamptz', { name: 'set_at' }) setAt!: Date;
}
