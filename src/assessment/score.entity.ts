/** A score (得分): the points of one criterion on one sheet, with what they follow from. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { pointsColumn, quantityColumn } from '../kernel/columns';
import type { Json } from './rules/rule';
import type { Explanation } from './score-rows';

@Entity('score')
export class Score {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'sheet_id' }) sheetId!: string;
  @PrimaryColumn('text') criterion!: string;
  @Column('numeric', { precision: 9, scale: 2, transformer: pointsColumn }) marks!: string;
  @Column('numeric', { precision: 9, scale: 2, nullable: true, transformer: pointsColumn }) points!: string | null;
  /** Before rounding. */
  @Column('numeric', { precision: 22, scale: 10, nullable: true, transformer: quantityColumn }) exact!: string | null;
  /** Beyond the full marks. */
  @Column('numeric', { precision: 9, scale: 2, transformer: pointsColumn }) bonus!: string;
  @Column('text') source!: 'computed' | 'judged';
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('json') inputs!: Readonly<Record<string, Json>>;
  @Column('json') explanation!: Explanation;
  @Column('uuid', { name: 'scored_by', nullable: true }) scoredBy!: string | null;
  @Column('timestamptz', { name: 'scored_at' }) scoredAt!: Date;
  /** Of all of it but the moment; null in what was stored before digests were kept. */
  @Column('text', { nullable: true }) digest!: string | null;
}
