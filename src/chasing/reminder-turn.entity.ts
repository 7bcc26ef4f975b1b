/** A step of a ladder that an officer was told (催办记录): once for each task, anchor, step and officer. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LadderKind, Whom } from './ladder';

@Entity('reminder_turn')
export class ReminderTurn {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'task_id' }) taskId!: string;
  @PrimaryColumn('text') kind!: LadderKind;
  /** The due day, or the day a report was handed in: another day opens the ladder anew. */
  @PrimaryColumn('date', { name: 'anchor_on' }) anchorOn!: string;
  @PrimaryColumn('text') step!: string;
  @PrimaryColumn('uuid', { name: 'officer_id' }) officerId!: string;
  @Column('uuid', { name: 'report_id', nullable: true }) reportId!: string | null;
  @Column('text') whom!: Whom;
  @Column('integer') position!: number;
  @Column('boolean') urgent!: boolean;
  @Column('uuid', { name: 'message_id' }) messageId!: string;
  @Column('timestamptz', { name: 'told_at' }) toldAt!: Date;
}
