/** Who signed for a task (签收), and when. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('signature')
export class Signature {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'task_id' }) taskId!: string;
  @Column('uuid', { name: 'officer_id' }) officerId!: string;
  @Column('timestamptz', { name: 'signed_at' }) signedAt!: Date;
}
