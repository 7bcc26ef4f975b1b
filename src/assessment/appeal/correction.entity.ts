/** A correction (更正): the points of one criterion after an upheld appeal, beside the old ones. Nothing changes it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { pointsColumn } from '../../kernel/columns';

@Entity('correction')
export class Correction {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: string;
  @Column('uuid', { name: 'appeal_id' }) appealId!: string;
  @Column('uuid', { name: 'sheet_id' }) sheetId!: string;
  @Column('text') criterion!: string;
  @Column('numeric', { name: 'old_points', precision: 9, scale: 2, transformer: pointsColumn }) oldPoints!: string;
  @Column('numeric', { name: 'new_points', precision: 9, scale: 2, transformer: pointsColumn }) newPoints!: string;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'decided_by' }) decidedBy!: string;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt!: Date;
}
