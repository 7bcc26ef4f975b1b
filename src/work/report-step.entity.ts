/** One step of a report's way (流转记录): who, when, and for a return why. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { quantityColumn } from '../kernel/columns';

@Entity('report_step')
export class ReportStep {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'report_id' }) reportId!: string;
  @PrimaryColumn('integer') no!: number;
  @Column('text') kind!: 'submitted' | 'resubmitted' | 'returned' | 'accepted';
  @Column('uuid', { name: 'officer_id' }) officerId!: string;
  @Column('timestamptz') at!: Date;
  @Column('numeric', { precision: 19, scale: 4, transformer: quantityColumn }) done!: string;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) timeliness!: string | null;
  /** What the report said when it was handed in. */
  @Column('text', { nullable: true }) note!: string | null;
}
