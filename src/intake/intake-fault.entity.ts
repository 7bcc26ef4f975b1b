/** What is wrong with one row of a spreadsheet (导入错误). */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('intake_fault')
export class IntakeFault {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'intake_id' }) intakeId!: string;
  /** As the spreadsheet counts: the heading is row 1. */
  @PrimaryColumn('integer', { name: 'row_no' }) row!: number;
  @PrimaryColumn('smallint') no!: number;
  @Column('text', { name: 'column_title', nullable: true }) column!: string | null;
  /** What programs call the column. */
  @Column('text', { nullable: true }) field!: string | null;
  @Column('text') code!: string;
  @Column('text') zh!: string;
  @Column('text') en!: string;
}
