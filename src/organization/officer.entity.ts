/** An officer (工会干部) who acts for one union in one role. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';
import type { Role } from '../kernel/actor';

@Entity('officer')
@Index(['account'], { unique: true })
export class Officer {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('text') account!: string;
  @Column('text') name!: string;
  @Column('text') role!: Role;
  /** A program (应用) acts by its keys: it has no password and never signs in. */
  @Column('text') kind: OfficerKind = 'person';
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  @Column('boolean', { name: 'must_change_password' }) mustChangePassword!: boolean;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** Since when in this union and role; the database sets it. */
  @Column('timestamptz', { name: 'acts_since' }) actsSince!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}

export type OfficerKind = 'person' | 'program';
