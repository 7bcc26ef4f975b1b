/** A supervision order (督办单): what a union has to set right, until when, and how grave it is. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../../kernel/columns';
import type { Degree, OrderStatus } from '../../events/events';

/** Why it was issued: by hand, or for a light as it stood then. */
export type Cause =
  | { readonly by: 'hand' }
  | { readonly by: 'light'; readonly behind: string; readonly overdueDays: number };

@Entity('supervision_order')
export class SupervisionOrder {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('smallint') year!: number;
  @Column('integer') no!: number;
  @Column('uuid', { name: 'issuer_id' }) issuerId!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('uuid', { name: 'leader_id', nullable: true }) leaderId!: string | null;
  @Column('uuid', { name: 'task_id', nullable: true }) taskId!: string | null;
  @Column('ltree') path!: string;
  @Column('text') title!: string;
  @Column('text') requirement!: string;
  @Column('jsonb') cause!: Cause;
  @Column('text') degree!: Degree;
  /** Since when it stands at this degree. */
  @Column('timestamptz', { name: 'degree_at' }) degreeAt!: Date;
  @Column('text') status!: OrderStatus;
  @Column('date', { name: 'limit_on' }) limitOn!: string;
  /** The day on which the clock raises it; null: it does not. */
  @Column('date', { name: 'raise_on', nullable: true }) raiseOn!: string | null;
  @Column('uuid', { name: 'issued_by' }) issuedBy!: string;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt!: Date;
  @Column('integer') version!: number;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
