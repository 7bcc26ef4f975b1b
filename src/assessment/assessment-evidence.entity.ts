/** A file that backs an entry, an appeal or a score (佐证材料); the bytes are kept as those of reports. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('assessment_evidence')
export class AssessmentEvidence {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: string;
  /** The union it is about. */
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('text') holder!: 'entry' | 'appeal' | 'score';
  /** The entry, the appeal, or the sheet. */
  @Column('uuid', { name: 'holder_id' }) holderId!: string;
  /** Only of a score. */
  @Column('text', { nullable: true }) criterion!: string | null;
  @Column('text') sha256!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
