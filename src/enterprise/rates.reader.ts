/** Rates over the register (组建率、入会率) of a union and those directly below it, as of a day. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EnterpriseKind } from '../events/enterprise-body';
import type { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { NotFound } from '../kernel/errors';
import { idOfLabel, isWithin } from '../kernel/id';
import { TradeUnion } from '../organization/trade-union.entity';
import { addCounts, type CountsBelow, enterpriseCounts, nothing } from './enterprise-counts';
import { type EnterpriseRates, ratesRow, ratesView } from './rates.view';

const childrenSql = `
  select u.id, u.name from union_placement p join trade_union u on u.district_id = $1 and u.id = p.union_id
  where p.district_id = $1 and p.parent_id = $2 and p.since <= $3 and (p.until is null or p.until >= $3)
    and u.opened_on <= $3 and (u.closed_on is null or u.closed_on >= $3) order by u.code`;

@Injectable()
export class RatesReader {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Errors: notFound for a union out of reach. */
  async read(actor: Actor, asked: { on?: string; unionId?: string; kind?: EnterpriseKind }): Promise<EnterpriseRates> {
    const { districtId } = actor;
    const { on = this.clock.today(), unionId = actor.unionId, kind } = asked;
    const union = await this.database.manager.findOneBy(TradeUnion, { districtId, id: unionId });
    if (union === null || !isWithin(union.path, actor.path)) throw new NotFound();
    const [{ path }]: [{ path: string }] = await this.database.query(
      `select coalesce((select path from union_placement where district_id = $1 and union_id = $2 and since <= $3
         and (until is null or until >= $3)), $4::ltree)::text as path`,
      [districtId, unionId, on, union.path],
    );
    const children: { id: string; name: string }[] = await this.database.query(childrenSql, [districtId, unionId, on]);
    const found = await enterpriseCounts(this.database.manager, districtId, path, on, kind);
    const below = new Map(found.map((row) => [row.label === null ? null : idOfLabel(row.label), row]));
    const rows = children.map(({ id, name }) => ratesRow(id, name, plain(below.get(id))));
    const own = found.filter(({ label }) => label === null || !children.some(({ id }) => id === idOfLabel(label)));
    if (own.length > 0) rows.push(ratesRow(null, union.name, addCounts(own)));
    return ratesView({ on, unionId, unionName: union.name, kind: kind ?? null }, rows);
  }
}

const plain = (row: CountsBelow | undefined) => (row === undefined ? nothing : addCounts([row]));
