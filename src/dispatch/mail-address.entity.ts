/** Where an officer wants his mail (邮件地址), and whether he wants any. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MessageLanguage } from './channel';

@Entity('mail_address')
export class MailAddress {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'officer_id' }) officerId!: string;
  @Column('text') address!: string;
  @Column('boolean') wanted!: boolean;
  @Column('text') language!: MessageLanguage;
  @Column('timestamptz', { name: 'set_at' }) setAt!: Date;
}
