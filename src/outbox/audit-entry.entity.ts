/** One line of the audit trail (审计日志): append-only, written in the same transaction as the deed. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';

@Entity('audit_entry')
export class AuditEntry {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'officer_id', nullable: true }) officerId!: string | null;
  @Column('text', { nullable: true }) account!: string | null;
  @Column('text', { nullable: true }) network!: string | null;
  @Column('text', { name: 'request_id', nullable: true }) requestId!: string | null;
  /** By which key a program did it. */
  @Column('text', { name: 'key_prefix', nullable: true }) keyPrefix!: string | null;
  @Column('text') deed!: string;
  @Column('uuid', { name: 'subject_id', nullable: true }) subjectId!: string | null;
  @Column('jsonb', { nullable: true }) before!: object | null;
  @Column('jsonb', { nullable: true }) after!: object | null;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
