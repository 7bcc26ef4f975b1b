/** A task (工作任务) given to one union: a root at the district, shares below it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TaskBody } from '../events/events';
import type { Milestone } from '../kernel/light-plan';
import { keptByDatabase, quantityColumn } from '../kernel/columns';
import type { Tier } from '../kernel/actor';
import { Conflict } from '../kernel/errors';
import { requireAlive, requireSigned, type TaskStatus } from './task-status';

@Entity('task')
export class Task {
  @PrimaryColumn('uuid', { name: 'district_id' }) districtId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'root_id' }) rootId!: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('uuid', { name: 'assigner_id' }) assignerId!: string;
  @Column('ltree') path!: string;
  @Column('text') tier!: Tier;
  @Column('smallint') year!: number;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('text') title!: string;
  @Column('text') programme!: string;
  @Column('text') description!: string;
  @Column('text', { name: 'measure_name' }) measureName!: string;
  @Column('text', { name: 'measure_unit' }) measureUnit!: string;
  @Column('text', { name: 'measure_kind' }) measureKind!: 'flow' | 'stock';
  @Column('smallint', { name: 'measure_decimals' }) measureDecimals!: number;
  @Column('numeric', { precision: 19, scale: 4, transformer: quantityColumn }) target!: string;
  @Column('numeric', { precision: 19, scale: 4, nullable: true, transformer: quantityColumn }) baseline!: string | null;
  @Column('text') strength!: 'floor' | 'aim';
  @Column('numeric', { precision: 9, scale: 4, transformer: quantityColumn }) weight!: string;
  @Column('date', { name: 'start_on' }) startOn!: string;
  @Column('date', { name: 'due_on' }) dueOn!: string;
  @Column('text', { name: 'evidence_rule' }) evidenceRule!: 'none' | 'optional' | 'required';
  @Column('numeric', { name: 'kept_target', precision: 19, scale: 4, nullable: true, transformer: quantityColumn })
  keptTarget!: string | null;
  @Column('text', { name: 'shortfall_reason', nullable: true }) shortfallReason!: string | null;
  @Column('text') status!: TaskStatus;
  /** The due day before any extension (延期); null: never extended. */
  @Column('date', { name: 'first_due_on', nullable: true }) firstDueOn!: string | null;
  /** Parked (挂账) until this day: neither lit nor chased; null: not parked. */
  @Column('date', { name: 'parked_until', nullable: true }) parkedUntil!: string | null;
  /** How much should be done by when (里程碑); null: a straight line from start to due day. */
  @Column('jsonb', { nullable: true }) milestones!: Milestone[] | null;
  @Column('integer') version!: number;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  // kept by the database, for those who read on from change to change
  @Column('bigint', { name: 'changed_xid', ...keptByDatabase }) changedXid?: string;
  @Column('timestamptz', { name: 'changed_at', ...keptByDatabase }) changedAt?: Date;

  /** Signed for once, by the union it was given to (签收). */
  signFor(): void {
    this.requireAlive();
    if (this.status === 'signed') {
      throw new Conflict('task.alreadySigned', { zh: '该任务已签收。', en: 'The task has been signed for already.' });
    }
    this.status = 'signed';
  }

  requireAlive(): void {
    requireAlive(this.status);
  }

  requireSigned(): void {
    requireSigned(this.status);
  }

  body(signedAt: string | null): TaskBody {
    const { id, rootId, parentId, unionId, assignerId, path, tier, year, code, title, programme } = this;
    const { target, weight, keptTarget, shortfallReason, startOn, dueOn, firstDueOn, parkedUntil, status } = this;
    const measure = {
      name: this.measureName,
      unit: this.measureUnit,
      kind: this.measureKind,
      decimals: this.measureDecimals,
    };
    return {
      taskId: id,
      rootId,
      parentId,
      unionId,
      assignerId,
      path,
      tier,
      year,
      code,
      title,
      programme,
      measure,
      target,
      weight,
      keptTarget,
      shortfallReason,
      startOn,
      dueOn,
      firstDueOn: firstDueOn ?? null,
      parkedUntil: parkedUntil ?? null,
      status,
      signedAt,
      milestones: this.milestones ?? null,
    };
  }
}
