/** The officer and union behind a session. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Role, Tier } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { HotReads } from '../kernel/hot-reads';
import { prepared } from '../kernel/prepared';
import { rightsOf } from '../organization/rights';
import type { MeView } from './session.view';

const me = prepared(
  'access.me',
  `select o.id, o.account, o.name, o.role, o.must_change_password as "mustChangePassword", u.id as "unionId",
     u.parent_id as "parentId", u.tier, u.code, u.name as "unionName"
   from officer o join trade_union u on u.district_id = o.district_id and u.id = o.union_id
   where o.district_id = $1 and o.id = $2`,
);

interface Row {
  id: string;
  account: string;
  name: string;
  role: Role;
  mustChangePassword: boolean;
  unionId: string;
  parentId: string | null;
  tier: Tier;
  code: string;
  unionName: string;
}

@Injectable()
export class MeReader {
  constructor(@Inject(HotReads) private readonly reads: HotReads) {}

  async read({ districtId, officerId }: Pick<Actor, 'districtId' | 'officerId'>): Promise<MeView> {
    const [row] = await this.reads.ask<Row>(me, [districtId, officerId]);
    if (row === undefined) throw new NotFound();
    const { id, account, name, role, mustChangePassword, unionId, parentId, tier, code, unionName } = row;
    return {
      officer: { id, account, name, role, mustChangePassword },
      rights: rightsOf(role),
      union: { id: unionId, parentId, tier, code, name: unionName },
    };
  }
}
