/** The robot of a union's group (群机器人); its address and secret are kept sealed and never answered. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MessageLanguage, RobotKind } from './channel';
import type { RobotEvent } from './robot-events';

@Entity('robot')
export class Robot {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('text') kind!: RobotKind;
  @Column('text') name!: string;
  /** What may be shown of the address: the host and its last letters. */
  @Column('text') hint!: string;
  @Column('bytea') sealed!: Buffer;
  /** The key that seals it; null: not known, from before this was kept. */
  @Column('text', { name: 'key_id', nullable: true }) keyId!: string | null;
  @Column('boolean') signed!: boolean;
  @Column('text') language!: MessageLanguage;
  @Column('boolean') active: boolean = true;
  /** The kinds of events it tells its group of. */
  @Column('text', { array: true }) events: RobotEvent[] = [];
  @Column('integer') version: number = 1;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** When it sent within the last minute. */
  @Column('timestamptz', { array: true }) sends: Date[] = [];
  /** It may not send before. */
  @Column('timestamptz', { name: 'free_at', nullable: true }) freeAt: Date | null = null;
}
