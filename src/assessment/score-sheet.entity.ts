/** A score sheet (评分表): what one union has in one assessment. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { pointsColumn } from '../kernel/columns';

@Entity('score_sheet')
export class ScoreSheet {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('ltree') path!: string;
  @Column('numeric', { precision: 9, scale: 2, transformer: pointsColumn }) points!: string;
  @Column('integer', { name: 'open_criteria' }) openCriteria!: number;
  @Column('integer', { nullable: true }) rank!: number | null;
  @Column('integer') version!: number;
}
