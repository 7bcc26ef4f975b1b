/** An officer of a named office (负责考核部门) of one assessment: its criteria are scored by its officers only. */
import { Entity, PrimaryColumn } from 'typeorm';

@Entity('assessment_office')
export class AssessmentOffice {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid', { name: 'assessment_id' }) assessmentId!: string;
  /** The code of the office in the scheme. */
  @PrimaryColumn('text') office!: string;
  @PrimaryColumn('uuid', { name: 'officer_id' }) officerId!: string;
}
