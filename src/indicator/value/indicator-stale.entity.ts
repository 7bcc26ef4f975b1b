/** Something that indicators are read from has changed: since when, and for whom. Written by the database and by definitions. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('indicator_stale')
export class IndicatorStale {
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('uuid', { name: 'district_id' }) districtId!: string;
  @Column('text') source!: 'ledger' | 'register' | 'tasks' | 'form' | 'external' | 'indicator';
  /** The type of a ledger, the form (null: all), or the indicator (of what comes from outside null: all). */
  @Column('uuid', { nullable: true }) key!: string | null;
  /** The unions on it; null: all. */
  @Column('ltree', { nullable: true }) path!: string | null;
  @Column('date') since!: string;
  /** null: and from then on. */
  @Column('date', { nullable: true }) until!: string | null;
}
