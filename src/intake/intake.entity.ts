/** An intake of a spreadsheet (表格导入): its row is the evidence of how far it is; the queue only carries its id. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';
import type { Words } from '../kernel/errors';

/** waiting, running and stopping are alive; the others have ended. */
export type IntakeStatus = 'waiting' | 'running' | 'stopping' | 'stopped' | 'done' | 'failed';

@Entity('intake')
export class Intake {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('ltree') path!: string;
  /** Which taker reads it. */
  @Column('text') kind!: string;
  @Column('jsonb') settings!: Record<string, string>;
  @Column('boolean', { name: 'dry_run' }) dryRun!: boolean;
  /** all: nothing is taken in when one row is faulty; good: the others are. */
  @Column('text', { name: 'row_choice' }) only!: 'good' | 'all';
  /** All rows are tried before any is taken in. */
  @Column('boolean') checking!: boolean;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('text') sha256!: string;
  @Column('text') status!: IntakeStatus;
  /** Rows in all; null until they are counted. */
  @Column('integer', { nullable: true }) total!: number | null;
  /** Rows taken, in the order of the file: where the work goes on. */
  @Column('integer') done!: number;
  @Column('integer') created!: number;
  @Column('integer') changed!: number;
  @Column('integer') unchanged!: number;
  /** Good rows that were left out because others were faulty. */
  @Column('integer') skipped!: number;
  /** Rows with faults, and faults in all. */
  @Column('integer') faulty!: number;
  @Column('integer') faults!: number;
  @Column('uuid', { name: 'started_by' }) startedBy!: string;
  @Column('timestamptz', { name: 'asked_at' }) askedAt!: Date;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('jsonb', { nullable: true }) failure!: Words | null;
  /** Failures of its own since the last batch. */
  @Column('integer') attempts!: number;
  /** The worker that has it in hand, until when, by the database's clock. */
  @Column('uuid', { name: 'leased_by', nullable: true }) leasedBy!: string | null;
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil!: Date | null;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
