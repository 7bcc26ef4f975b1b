/** A union (工会) of any tier: district federation, sub-district union, community union. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';
import type { UnionBody } from '../events/events';
import type { Tier } from '../kernel/actor';
import type { UnionKind } from './union-kind';

@Entity('trade_union')
@Index(['districtId', 'code'], { unique: true })
export class TradeUnion {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('text') tier!: Tier;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') kind: UnionKind = 'area';
  /** How many it stands for (职工人数), the size by which comparable unions are grouped; null: not known. */
  @Column('integer', { nullable: true }) workers: number | null = null;
  @Column('ltree') path!: string;
  @Column('date', { name: 'opened_on' }) openedOn!: string;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn!: string | null;
  @Column('integer') version!: number;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;

  isOpenOn(day: string): boolean {
    return this.openedOn <= day && (this.closedOn === null || this.closedOn >= day);
  }

  body(): UnionBody {
    const { id, parentId, tier, code, name, path, openedOn, closedOn, kind, workers } = this;
    return { unionId: id, parentId, tier, code, name, path, openedOn, closedOn, kind, workers };
  }
}
