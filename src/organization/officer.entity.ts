/** An officer (工会干部) who acts for one union in one role. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
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
  @Column('text', { name: 'password_hash' }) passwordHash!: string;
  @Column('boolean', { name: 'must_change_password' }) mustChangePassword!: boolean;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** Since when in this union and role; the database sets it. */
  @Column('timestamptz', { name: 'acts_since' }) actsSince!: Date;
}
