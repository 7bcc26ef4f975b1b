/** What became of the rows of one batch (逐行结果): a letter for each, created, changed, unchanged or faulty. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('intake_result')
export class IntakeResult {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'intake_id' }) intakeId!: string;
  /** Rows of the file before it. */
  @PrimaryColumn('integer', { name: 'done_before' }) doneBefore!: number;
  /** As the file counts. */
  @Column('integer', { array: true }) rows!: number[];
  @Column('text') outcomes!: string;
}
