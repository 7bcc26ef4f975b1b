/** A score sheet as it was published (公示的评分表): the whole answer, word for word, with its digest. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';

@Entity('published_sheet')
export class PublishedSheet {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'assessment_id' }) assessmentId!: string;
  @PrimaryColumn('integer') no!: number;
  @PrimaryColumn('uuid', { name: 'union_id' }) unionId!: string;
  /** JSON as it was answered, to the letter. */
  @Column('text') body!: string;
  @Column('text') digest!: string;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
