/** A session (登录会话): the token itself is never stored. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('session')
export class Session {
  @PrimaryColumn('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('uuid', { name: 'district_id' }) districtId!: string;
  /** Names the session and opens nothing. */
  @Column('uuid') id!: string;
  @Column('uuid', { name: 'officer_id' }) officerId!: string;
  @Column('text') network!: string;
  @Column('text', { nullable: true }) device!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'seen_at' }) seenAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
