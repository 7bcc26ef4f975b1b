/** A stage of one sheet that is done: its self-score handed in (自评提交), its first review finished (初评完成). */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sheet_stage')
export class SheetStage {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'sheet_id' }) sheetId!: string;
  @PrimaryColumn('text') stage!: 'self' | 'review';
  @Column('uuid', { name: 'done_by' }) doneBy!: string;
  @Column('timestamptz', { name: 'done_at' }) doneAt!: Date;
  /** After the last day of its step. */
  @Column('boolean') late!: boolean;
}
