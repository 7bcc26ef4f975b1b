/** Where a report's value was taken over from (沿用): an accepted report of another task of the same union. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('report_source')
export class ReportSource {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'report_id' }) reportId!: string;
  @Column('uuid', { name: 'from_report_id' }) fromReportId!: string;
  @Column('uuid', { name: 'taken_by' }) takenBy!: string;
  @Column('timestamptz', { name: 'taken_at' }) takenAt!: Date;
}
