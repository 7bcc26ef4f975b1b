/** A place of the intranet that may be called (内网主机白名单). */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('webhook_host')
export class WebhookHost {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') host!: string;
  @Column('integer') port!: number;
  /** What it is, and why it may be called. */
  @Column('text') note!: string;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;
}
