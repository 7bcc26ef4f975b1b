/** The bytes of evidence, known by their SHA-256. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('evidence_file')
export class EvidenceFile {
  @PrimaryColumn('text') sha256!: string;
  @Column('bigint') size!: number;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('timestamptz', { name: 'stored_at' }) storedAt!: Date;
}
