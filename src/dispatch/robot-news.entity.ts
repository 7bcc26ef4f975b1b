/** An event a robot is to tell its group of (群动态): in words, once for each robot. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Words } from '../kernel/errors';

@Entity('robot_news')
export class RobotNews {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'robot_id' }) robotId!: string;
  /** The number of the announcement. */
  @PrimaryColumn('bigint') seq!: string;
  @Column('jsonb') words!: Words;
  /** Handed over in a message. */
  @Column('boolean') told!: boolean;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;
}
