/** Evidence (佐证材料) of a proposal: one file for all enterprises proposed together. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('verification_file')
export class VerificationFile {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'proposal_id' }) proposalId!: string;
  @Column('text') sha256!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
