/** A ladder (催办阶梯) of a district as it was set: every change is a new version, with who, when and why. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LadderKind, LadderStep } from './ladder';

@Entity('ladder')
export class Ladder {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('text') kind!: LadderKind;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb') steps!: readonly LadderStep[];
  @Column('text') reason!: string;
  @Column('uuid', { name: 'written_by' }) writtenBy!: string;
  @Column('timestamptz', { name: 'written_at' }) writtenAt!: Date;
}
