/** A score sheet (评分表): what one union has in one assessment. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';
import { pointsColumn } from '../kernel/columns';
import type { Words } from '../kernel/errors';
import type { ExtraLine } from './extras';

@Entity('score_sheet')
export class ScoreSheet {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('ltree') path!: string;
  @Column('numeric', { precision: 9, scale: 2, transformer: pointsColumn }) points!: string;
  /** Σ of the criteria, before bonuses and penalties. */
  @Column('numeric', { precision: 9, scale: 2, transformer: pointsColumn }) base!: string;
  @Column('numeric', { precision: 9, scale: 2, transformer: pointsColumn }) bonus!: string;
  @Column('numeric', { precision: 9, scale: 2, transformer: pointsColumn }) penalty!: string;
  /** Bonuses and penalties kind by kind. */
  @Column('jsonb') extras!: readonly ExtraLine[];
  /** The codes of the vetoes that hold. */
  @Column('jsonb') vetoes!: readonly string[];
  /** The class of comparable unions; null where the scheme has none, or until it is placed by hand. */
  @Column('text', { name: 'class_code', nullable: true }) classCode!: string | null;
  @Column('integer', { name: 'class_rank', nullable: true }) classRank!: number | null;
  /** The code of its grade; null until published. */
  @Column('text', { nullable: true }) grade!: string | null;
  @Column('boolean', { name: 'award_lost' }) awardLost!: boolean;
  /** Why it is this grade. */
  @Column('jsonb', { name: 'grade_words', nullable: true }) gradeWords!: Words | null;
  @Column('integer', { name: 'open_criteria' }) openCriteria!: number;
  @Column('integer', { nullable: true }) rank!: number | null;
  /** What its computed criteria were last scored from, and what came out (沿用依据); null until they were. */
  @Column('text', { name: 'facts_digest', nullable: true }) factsDigest!: string | null;
  @Column('text', { name: 'scores_digest', nullable: true }) scoresDigest!: string | null;
  @Column('integer') version!: number;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
