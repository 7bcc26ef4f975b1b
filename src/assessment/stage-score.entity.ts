/** What one stage gave for a criterion (自评、初评、终评): self, first review, final; they stand side by side. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { pointsColumn } from '../kernel/columns';
import type { Given, Stage } from './stage';

@Entity('stage_score')
export class StageScore {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'sheet_id' }) sheetId!: string;
  @PrimaryColumn('text') criterion!: string;
  @PrimaryColumn('text') stage!: Stage;
  @Column('jsonb') given!: Given;
  /** What the rule makes of it. */
  @Column('numeric', { precision: 9, scale: 2, nullable: true, transformer: pointsColumn }) points!: string | null;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'scored_by' }) scoredBy!: string;
  @Column('timestamptz', { name: 'scored_at' }) scoredAt!: Date;
  /** Given after the last day of its step. */
  @Column('boolean') late!: boolean;
}
