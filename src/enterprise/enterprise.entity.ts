/** An enterprise (企业) of the register as it stands now; what it was before stands in its dated rows. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { keptByDatabase } from '../kernel/columns';
import type { EnterpriseKind, Standing } from '../events/enterprise-body';

@Entity('enterprise')
export class Enterprise {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** 统一社会信用代码, 18 characters (GB 32100-2015). */
  @Column('text', { name: 'credit_code' }) creditCode!: string;
  @Column('text') name!: string;
  @Column('text') kind!: EnterpriseKind;
  @Column('text', { nullable: true }) industry!: string | null;
  /** The union it lies under, and since when. */
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('date', { name: 'placed_since' }) placedSince!: string;
  /** As counted last; null: not known, which is not 0. */
  @Column('integer', { nullable: true }) workers!: number | null;
  @Column('integer', { nullable: true }) members!: number | null;
  @Column('date', { name: 'counted_on', nullable: true }) countedOn!: string | null;
  /** 建会日期; null: it has no union. */
  @Column('date', { name: 'union_established_on', nullable: true }) unionEstablishedOn!: string | null;
  /** 届满日期 of the union's committee. */
  @Column('date', { name: 'term_ends_on', nullable: true }) termEndsOn!: string | null;
  /** 劳动争议调解委员会; null: not known. */
  @Column('boolean', { nullable: true }) mediation!: boolean | null;
  /** 劳动法律监督委员会; null: not known. */
  @Column('boolean', { name: 'legal_supervision', nullable: true }) legalSupervision!: boolean | null;
  @Column('date', { name: 'opened_on' }) openedOn!: string;
  /** The first day on which it is no longer there. */
  @Column('date', { name: 'closed_on', nullable: true }) closedOn!: string | null;
  @Column('text', { name: 'closed_reason', nullable: true }) closedReason!: string | null;
  @Column('text') standing!: Standing;
  @Column('date', { name: 'standing_since', nullable: true }) standingSince!: string | null;
  /** From this day on kind, industry, term and committees are all as they stand here; null: since ever. */
  @Column('date', { name: 'facts_since', nullable: true }) factsSince!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;
}
