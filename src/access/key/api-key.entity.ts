/** A key of a program (接口密钥): what it opens, from where, how often and until when; of its secret only the hash. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Scope } from './scope';

@Entity('api_key')
@Index(['prefix'], { unique: true })
export class ApiKey {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'application_id' }) applicationId!: string;
  @Column('text') name!: string;
  /** The part that people know it by. */
  @Column('text') prefix!: string;
  /** SHA-256 of the whole key. */
  @Column('bytea', { name: 'secret_hash' }) secretHash!: Buffer;
  @Column('text', { array: true }) scopes!: Scope[];
  /** From where it may be used (CIDR); empty: from anywhere. */
  @Column('text', { array: true }) networks!: string[];
  @Column('integer', { name: 'reads_per_minute' }) readsPerMinute!: number;
  @Column('integer', { name: 'writes_per_minute' }) writesPerMinute!: number;
  /** The last day it opens anything. */
  @Column('date', { name: 'expires_on' }) expiresOn!: string;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('uuid', { name: 'revoked_by', nullable: true }) revokedBy!: string | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  /** To the minute. */
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
  @Column('text', { name: 'used_from', nullable: true }) usedFrom!: string | null;
  @Column('integer') version!: number;
}
