/** Assigning (下达), signing (签收) and cascading (分解): a task's way down. */
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import type { Quantity } from '../kernel/decimal';
import { fits } from '../kernel/decimal';
import { Refused } from '../kernel/errors';
import { newId } from '../kernel/id';
import type { Milestone } from '../kernel/light-plan';
import { TradeUnion } from '../organization/trade-union.entity';
import { announce } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { checkMilestones } from './milestones';
import { allocate, checkNotGiven, checkShares, checkShortfall, type Share } from './cascade';
import { Task } from './task.entity';
import { bump, told } from './task-as-it-stands';
import { childrenOf, lockOwn, sharesOf, signedAt } from './task.reader';
import type { SharesView, SignatureView } from './task.view';

export interface NewTask {
  year: number;
  code?: string;
  title: string;
  programme: string;
  description?: string;
  measure: { name: string; unit: string; kind: 'flow' | 'stock'; decimals: number };
  target: Quantity;
  baseline?: Quantity;
  strength?: 'floor' | 'aim';
  weight?: Quantity;
  startOn: string;
  dueOn: string;
  evidenceRule?: 'none' | 'optional' | 'required';
  milestones?: Milestone[];
}

interface NewShare {
  unionId: string;
  target: Quantity;
  startOn?: string;
  dueOn?: string;
}

export interface Cascade {
  shares: NewShare[];
  /** The part the union keeps and reports on itself. */
  keptTarget?: Quantity;
  shortfallReason?: string;
}

@Injectable()
export class AssignmentService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A new task of the district itself; its shares go to the sub-districts. */
  create(actor: Actor, given: NewTask): Promise<SharesView> {
    return this.deeds.run(actor, async (tx) => {
      checkTask(given);
      const id = newId();
      const { measure, milestones = [], ...rest } = given;
      const task = tx.create(Task, {
        code: null,
        description: '',
        baseline: null,
        strength: 'floor',
        weight: '1',
        evidenceRule: 'optional',
        ...rest,
        measureName: measure.name,
        measureUnit: measure.unit,
        measureKind: measure.kind,
        measureDecimals: measure.decimals,
        districtId: actor.districtId,
        id,
        rootId: id,
        parentId: null,
        unionId: actor.unionId,
        assignerId: actor.unionId,
        path: actor.path,
        tier: actor.tier,
        keptTarget: null,
        shortfallReason: null,
        firstDueOn: null,
        status: 'signed',
        ...{ milestones: milestones.length === 0 ? null : milestones, parkedUntil: null },
        version: 1,
        createdBy: actor.officerId,
      });
      await tx.insert(Task, task);
      await announce(tx, actor, told('task.created', task, null));
      return sharesOf(tx, task);
    });
  }

  /** Takes note of a task that was given to the own union. Errors: task.alreadySigned, task.withdrawn (409). */
  sign(actor: Actor, taskId: string): Promise<SignatureView> {
    return this.deeds.run(actor, async (tx) => {
      const task = await lockOwn(tx, actor, taskId);
      task.signFor();
      const [{ at }]: [{ at: Date }] = await tx.query(
        `with signed as (
           insert into signature (district_id, task_id, officer_id, signed_at) values ($1, $2, $3, app_now()) returning signed_at
         ), kept as (
           update send_back set status = 'ended', decided_at = app_now() where district_id = $1 and task_id = $2 and status = 'sent')
         select signed_at as at from signed`,
        [actor.districtId, taskId, actor.officerId],
      );
      await bump(tx, task, { status: task.status });
      await announce(tx, actor, told('task.signed', task, at.toISOString()));
      return { taskId, signedAt: at.toISOString() };
    });
  }

  /**
   * Hands shares to the unions directly below. What remains afterwards is answered; a remainder needs a reason
   * (cascade.shortfall). `keptTarget` is the part the union keeps and reports on itself. `dryRun`: what it would make;
   * nothing stays.
   */
  cascade(actor: Actor, taskId: string, given: Cascade, dryRun = false): Promise<SharesView> {
    const deed = (tx: EntityManager): Promise<SharesView> => this.divide(tx, actor, taskId, given);
    return dryRun ? this.deeds.tried(deed) : this.deeds.run(actor, deed);
  }

  private async divide(tx: EntityManager, actor: Actor, taskId: string, given: Cascade): Promise<SharesView> {
    const task = await lockOwn(tx, actor, taskId);
    task.requireSigned();
    const shares = given.shares.map((share) => ({
      ...share,
      startOn: share.startOn ?? task.startOn,
      dueOn: share.dueOn ?? task.dueOn,
    }));
    const frame = { target: task.target, startOn: task.startOn, dueOn: task.dueOn, decimals: task.measureDecimals };
    checkShares(frame, shares);
    const unions = await this.unionsBelow(tx, actor, shares);
    const earlier = await childrenOf(tx, task);
    checkNotGiven(earlier, shares);
    await this.keep(tx, actor, task, given.keptTarget);
    const allocation = allocate(frame, [...earlier, ...shares], task.keptTarget);
    checkShortfall(allocation, given.shortfallReason ?? null);
    const shortfallReason = Number(allocation.remainder) > 0 ? (given.shortfallReason ?? null) : null;
    await bump(tx, task, { keptTarget: task.keptTarget, shortfallReason });
    const children = shares.map((share, no) => child(tx, actor, task, share, unions[no] as TradeUnion));
    await tx.insert(Task, children);
    const parent = told('task.cascaded', task, await signedAt(tx, task));
    await announce(tx, actor, parent, ...children.map((share) => told('task.assigned', share, null)));
    return sharesOf(tx, task);
  }

  private async unionsBelow(tx: EntityManager, actor: Actor, shares: readonly Share[]): Promise<TradeUnion[]> {
    const ids = shares.map((share) => share.unionId);
    const found = await tx.findBy(TradeUnion, {
      districtId: actor.districtId,
      parentId: actor.unionId,
      id: In(ids.length > 0 ? ids : [actor.unionId]),
    });
    const today = this.clock.today();
    return ids.map((id, no) => {
      const union = found.find((candidate) => candidate.id === id);
      if (union === undefined || (union.closedOn !== null && union.closedOn < today)) {
        throw new Refused(
          'share.union',
          {
            zh: '该工会不是本级的直接下级，或已撤销。',
            en: 'This union does not stand directly below yours, or it is closed.',
          },
          `shares[${no}].unionId`,
        );
      }
      return union;
    });
  }

  /** A part kept is said once and reported by the union itself; the district has nobody above to accept it. */
  private async keep(tx: EntityManager, actor: Actor, task: Task, kept: Quantity | undefined): Promise<void> {
    if (kept !== undefined) {
      if (actor.tier === 'district' || !fits(kept, task.measureDecimals) || Number(kept) <= 0) {
        throw new Refused(
          'cascade.kept',
          {
            zh: '自留部分须大于 0 且符合计量精度；区总工会不能自留。',
            en: 'The part kept is above 0 and fits the measure; the district itself keeps none.',
          },
          'keptTarget',
        );
      }
      task.keptTarget = kept;
    }
    if (task.keptTarget !== null) return;
    const [own]: unknown[] = await tx.query(
      `select 1 from progress_report where district_id = $1 and task_id = $2 limit 1`,
      [actor.districtId, task.id],
    );
    if (own === undefined) return;
    throw new Refused(
      'cascade.ownReports',
      {
        zh: '本级已就该任务填报，分解时须写明自留部分。',
        en: 'Your union has reported on this task itself: say which part it keeps.',
      },
      'keptTarget',
    );
  }
}

function checkTask(given: NewTask): void {
  const decimals = given.measure.decimals;
  for (const field of ['target', 'baseline'] as const) {
    if (fits(given[field] ?? '0', decimals)) continue;
    throw new Refused(
      'task.decimals',
      { zh: `数值最多保留 ${decimals} 位小数。`, en: `The value takes at most ${decimals} decimals.` },
      field,
    );
  }
  if (given.dueOn < given.startOn) {
    throw new Refused(
      'task.days',
      { zh: '截止日期不能早于开始日期。', en: 'The due day cannot come before the start.' },
      'dueOn',
    );
  }
  checkMilestones(given, given.milestones ?? []);
}

function child(tx: EntityManager, actor: Actor, parent: Task, share: Share, union: TradeUnion): Task {
  return tx.create(Task, {
    ...parent,
    ...share,
    id: newId(),
    parentId: parent.id,
    assignerId: actor.unionId,
    path: union.path,
    tier: union.tier,
    baseline: null,
    keptTarget: null,
    shortfallReason: null,
    firstDueOn: null,
    status: 'assigned',
    version: 1,
    createdBy: actor.officerId,
  });
}
