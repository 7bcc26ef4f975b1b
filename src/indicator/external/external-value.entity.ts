/** A value that another system gave for an indicator (外部数据), as it was said; what is said otherwise is another row. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('external_value')
export class ExternalValue {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('text') period!: string;
  @Column('date', { name: 'starts_on' }) startsOn!: string;
  @Column('date', { name: 'ends_on' }) endsOn!: string;
  @Column('integer') version!: number;
  /** null: it was taken back. */
  @Column('numeric', { nullable: true }) value!: string | null;
  @Column('text') unit!: string;
  /** Where the figure comes from, in their words. */
  @Column('text') source!: string;
  @Column('date', { name: 'as_of', nullable: true }) asOf!: string | null;
  @Column('uuid', { name: 'given_by' }) givenBy!: string;
  @Column('text', { name: 'key_prefix', nullable: true }) keyPrefix!: string | null;
  @Column('text') network!: string;
  @Column('timestamptz', { name: 'given_at' }) givenAt!: Date;
  /** null: it stands. */
  @Column('timestamptz', { name: 'replaced_at', nullable: true }) replacedAt!: Date | null;
}
