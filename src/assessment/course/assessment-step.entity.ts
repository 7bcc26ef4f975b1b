/** A step that an assessment entered (考核流程记录): only ever added to. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Step } from '../../events/events';

@Entity('assessment_step')
export class AssessmentStep {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'assessment_id' }) assessmentId!: string;
  @PrimaryColumn('integer') no!: number;
  @Column('text') step!: Step;
  @Column('timestamptz', { name: 'entered_at' }) enteredAt!: Date;
  /** Its last day as it was set then; null: open-ended. */
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  /** Who moved it on; null: the clock. */
  @Column('uuid', { nullable: true }) by!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
}
