/** Unions open, change, move and close; the tree keeps its history. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, EntityManager, IsNull } from 'typeorm';
import type { Actor, Tier } from '../kernel/actor';
import { Clock, addDays } from '../kernel/clock';
import { Conflict, NotFound, Refused, expectVersion } from '../kernel/errors';
import { isWithin, labelOf, newId } from '../kernel/id';
import { announce } from '../outbox/announce';
import { Deeds } from '../outbox/deeds';
import { tierAbove, tierBelow } from './tier';
import { TradeUnion } from './trade-union.entity';
import { type Leave, requireSuccessor } from './union-closing';
import type { UnionKind } from './union-kind';
import { UnionPlacement } from './union-placement.entity';
import { alreadyThere, below, parentClosed } from './union-refusals';
import { type UnionList, type UnionView, unionView } from './union.view';

export interface NewUnion {
  parentId: string;
  code: string;
  name: string;
  openedOn: string;
  kind?: UnionKind;
  workers?: number | null;
}

export interface UnionChange {
  name?: string;
  code?: string;
  kind?: UnionKind;
  workers?: number | null;
}

@Injectable()
export class UnionService {
  constructor(
    @Inject(Deeds) private readonly deeds: Deeds,
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The unions within reach as the tree stood on a day, the top first. */
  async list(actor: Actor, query: { asOf?: string; tier?: Tier; page: number; pageSize: number }): Promise<UnionList> {
    const rows: (TradeUnion & { total: number })[] = await this.database.query(
      `select u.id, p.parent_id as "parentId", u.tier, u.code, u.name, p.path::text as path, u.kind, u.workers,
         u.opened_on as "openedOn", u.closed_on as "closedOn", u.version, count(*) over () as total
       from union_placement p join trade_union u on u.district_id = p.district_id and u.id = p.union_id
       where p.district_id = $1 and p.path <@ $2::ltree and p.since <= $3 and (p.until is null or p.until >= $3)
         and u.opened_on <= $3 and (u.closed_on is null or u.closed_on >= $3) and ($4::text is null or u.tier = $4)
       order by nlevel(p.path), u.code limit $5 offset $6`,
      [
        actor.districtId,
        actor.path,
        query.asOf ?? this.clock.today(),
        query.tier ?? null,
        query.pageSize,
        (query.page - 1) * query.pageSize,
      ],
    );
    return { items: rows.map(unionView), page: query.page, pageSize: query.pageSize, total: rows[0]?.total ?? 0 };
  }

  async get(actor: Actor, id: string): Promise<UnionView> {
    return unionView(await this.find(this.database.manager, actor, id));
  }

  /** Opens a union below an open one. Errors: parent.closed, union.codeTaken (409), notFound. */
  open(actor: Actor, given: NewUnion): Promise<UnionView> {
    return this.deeds.run(actor, async (tx) => {
      const parent = await this.find(tx, actor, given.parentId);
      const tier = tierBelow(parent.tier);
      if (tier === null) throw below(parent.tier);
      if (!parent.isOpenOn(given.openedOn)) throw parentClosed();
      const id = newId();
      const path = `${parent.path}.${labelOf(id)}`;
      const union = tx.create(TradeUnion, {
        ...given,
        districtId: actor.districtId,
        id,
        tier,
        path,
        closedOn: null,
        version: 1,
      });
      await this.insert(tx, union, '新设立');
      await announce(tx, actor, {
        name: 'union.opened',
        unionId: id,
        path,
        subjectId: id,
        body: { union: union.body() },
      });
      return unionView(union);
    });
  }

  change(actor: Actor, id: string, version: number, given: UnionChange): Promise<UnionView> {
    return this.deeds.run(actor, async (tx) => {
      const union = await this.find(tx, actor, id, version);
      const before = union.body();
      Object.assign(union, given);
      const { name, code, kind, workers } = union;
      await this.update(tx, union, { name, code, kind, workers });
      await announce(tx, actor, {
        name: 'union.changed',
        unionId: id,
        path: union.path,
        subjectId: id,
        before,
        body: { union: union.body() },
      });
      return unionView(union);
    });
  }

  /** Moves a union from a day on; what happened before stays with the old parent. Errors: union.sameParent, union.moveDay. */
  move(
    actor: Actor,
    id: string,
    version: number,
    given: { parentId: string; since: string; reason: string },
  ): Promise<UnionView> {
    return this.deeds.run(actor, async (tx) => {
      const union = await this.find(tx, actor, id, version);
      const parent = await this.find(tx, actor, given.parentId);
      if (union.tier === 'district' || parent.tier !== tierAbove(union.tier)) throw below(parent.tier);
      if (parent.id === union.parentId) throw alreadyThere();
      if (!parent.isOpenOn(given.since)) throw parentClosed();
      const current = await tx.findOneByOrFail(UnionPlacement, {
        districtId: actor.districtId,
        unionId: id,
        until: IsNull(),
      });
      if (given.since <= current.since || given.since > this.clock.today()) {
        throw new Refused(
          'union.moveDay',
          {
            zh: `调整日期须晚于现隶属关系的开始日期 ${current.since}，且不晚于今天。`,
            en: `The day must come after ${current.since}, when the present place began, and not after today.`,
          },
          'since',
        );
      }
      const [before, fromParentId, oldPath] = [union.body(), union.parentId, union.path];
      union.parentId = parent.id;
      union.path = `${parent.path}.${labelOf(id)}`;
      await this.update(tx, union, { parentId: parent.id, path: union.path });
      await this.replant(tx, union, oldPath, given);
      const told = { unionId: id, subjectId: id, body: { union: union.body(), fromParentId, reason: given.reason } };
      await announce(tx, actor, { name: 'union.moved', path: union.path, before, ...told });
      return unionView(union);
    });
  }

  /** `leave`: what becomes of what other rooms have placed below it. Errors: union.hasChildren (409), union.successor, union.closedBeforeOpened (422). */
  close(
    actor: Actor,
    id: string,
    version: number,
    given: { closedOn: string; reason: string; successorId?: string },
    leave: Leave,
  ): Promise<UnionView> {
    return this.deeds.run(actor, async (tx) => {
      const union = await this.find(tx, actor, id, version);
      const open = await tx.countBy(TradeUnion, { districtId: actor.districtId, parentId: id, closedOn: IsNull() });
      if (union.tier === 'district' || open > 0) {
        throw new Conflict('union.hasChildren', {
          zh: '请先撤销或划转其下级工会。',
          en: 'Close or move the unions below it first.',
        });
      }
      if (given.closedOn < union.openedOn) {
        throw new Refused(
          'union.closedBeforeOpened',
          { zh: '撤销日期不能早于设立日期。', en: 'It cannot close before it opened.' },
          'closedOn',
        );
      }
      const { closedOn, reason, successorId } = given;
      const successor = successorId === undefined ? null : await this.find(tx, actor, successorId, undefined, true);
      if (successor !== null) requireSuccessor(successor, union);
      await leave(tx, actor, { union, closedOn, reason, successor });
      const before = union.body();
      union.closedOn = closedOn;
      await this.update(tx, union, { closedOn });
      const body = { union: union.body(), reason };
      await announce(tx, actor, { name: 'union.closed', unionId: id, path: union.path, subjectId: id, before, body });
      return unionView(union);
    });
  }

  private async find(tx: EntityManager, actor: Actor, id: string, version?: number, held = version !== undefined) {
    const lock = held ? ({ mode: 'pessimistic_write' } as const) : undefined;
    const union = await tx.findOne(TradeUnion, { where: { districtId: actor.districtId, id }, lock });
    if (union === null || !isWithin(union.path, actor.path)) throw new NotFound();
    if (version !== undefined) expectVersion(union.version, version);
    return union;
  }

  private async insert(tx: EntityManager, union: TradeUnion, reason: string): Promise<void> {
    const { districtId, id, openedOn, parentId, path } = union;
    await tx.insert(TradeUnion, union);
    await tx.insert(UnionPlacement, { districtId, unionId: id, since: openedOn, until: null, parentId, path, reason });
  }

  private async update(tx: EntityManager, union: TradeUnion, change: Partial<TradeUnion>): Promise<void> {
    union.version += 1;
    await tx.update(TradeUnion, { districtId: union.districtId, id: union.id }, { ...change, version: union.version });
  }

  /** Ends the old placements of the union and all below it, begins the new ones, and rewrites the current paths below. */
  private async replant(
    tx: EntityManager,
    union: TradeUnion,
    oldPath: string,
    given: { since: string; reason: string },
  ): Promise<void> {
    await tx.query(
      `with ended as (
         update union_placement set until = $4 where district_id = $1 and path <@ $2::ltree and until is null and since < $5
         returning union_id, parent_id, path)
       insert into union_placement (district_id, union_id, since, until, parent_id, path, reason)
       select $1, union_id, $5, null, case when union_id = $6 then $7 else parent_id end,
         case when path = $2::ltree then $3::ltree else $3::ltree || subpath(path, nlevel($2::ltree)) end, $8 from ended`,
      [
        union.districtId,
        oldPath,
        union.path,
        addDays(given.since, -1),
        given.since,
        union.id,
        union.parentId,
        given.reason,
      ],
    );
    await tx.query(
      `update trade_union set path = $3::ltree || subpath(path, nlevel($2::ltree)), version = version + 1
       where district_id = $1 and path <@ $2::ltree and path <> $2::ltree`,
      [union.districtId, oldPath, union.path],
    );
  }
}
