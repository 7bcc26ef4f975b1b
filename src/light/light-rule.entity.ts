/** A version of the district's rule for its lights (亮灯规则): the last one holds; each says by whom and why. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LightPeriod } from '../kernel/light-rule';

@Entity('light_rule')
export class LightRuleVersion {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('integer') no!: number;
  @Column('numeric', { precision: 4, scale: 1 }) yellow!: string;
  @Column('numeric', { precision: 4, scale: 1 }) red!: string;
  @Column('text') period!: LightPeriod;
  @Column('smallint', { name: 'not_started_yellow', nullable: true }) notStartedYellow!: number | null;
  @Column('smallint', { name: 'not_started_red', nullable: true }) notStartedRed!: number | null;
  @Column('boolean') repaired!: boolean;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'set_by' }) setBy!: string;
  @Column('timestamptz', { name: 'set_at' }) setAt!: Date;
}
