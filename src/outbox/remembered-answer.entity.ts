/** The first answer of a writing call that carried an Idempotency-Key. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('remembered_answer')
export class RememberedAnswer {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'officer_id' }) officerId!: string;
  @PrimaryColumn('text') key!: string;
  @Column('text') route!: string;
  @Column('bytea') fingerprint!: Buffer;
  @Column('json', { nullable: true }) answer!: object | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
