/** A progress report (进度填报): cumulative, draft → submitted → returned → resubmitted → accepted. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase, quantityColumn } from '../kernel/columns';

@Entity('progress_report')
export class ProgressReport {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'task_id' }) taskId!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('ltree') path!: string;
  @Column('integer') no!: number;
  @Column('date', { name: 'as_of' }) asOf!: string;
  @Column('numeric', { precision: 19, scale: 4, transformer: quantityColumn }) done!: string;
  @Column('text') note!: string;
  @Column('text') status!: 'draft' | 'submitted' | 'returned' | 'accepted';
  @Column('boolean') resubmitted!: boolean;
  @Column('text', { nullable: true }) timeliness!: 'on_time' | 'late' | null;
  @Column('date', { name: 'judged_due_on', nullable: true }) judgedDueOn!: string | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('integer') version!: number;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
