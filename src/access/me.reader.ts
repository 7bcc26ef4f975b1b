/** The officer and union behind a session. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { NotFound } from '../kernel/errors';
import { rightsOf } from '../organization/rights';
import { Officer } from '../organization/officer.entity';
import { TradeUnion } from '../organization/trade-union.entity';
import type { MeView } from './session.view';

@Injectable()
export class MeReader {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  async read({ districtId, officerId }: Pick<Actor, 'districtId' | 'officerId'>): Promise<MeView> {
    const officer = await this.database.manager.findOneBy(Officer, { districtId, id: officerId });
    const union = officer && (await this.database.manager.findOneBy(TradeUnion, { districtId, id: officer.unionId }));
    if (officer === null || union === null) throw new NotFound();
    const { id, account, name, role, mustChangePassword } = officer;
    const { parentId, tier, code } = union;
    return {
      officer: { id, account, name, role, mustChangePassword },
      rights: rightsOf(role),
      union: { id: union.id, parentId, tier, code, name: union.name },
    };
  }
}
