/** Tells the room of ledgers which indicators use their fields (指标引用台账字段): that room knows nothing of indicators. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { FieldUsers } from '../../ledger/type/field-users.service';
import { brokenUses } from './broken-uses';
import { knownIn } from './known';

@Injectable()
export class LedgerUseService implements OnModuleInit {
  constructor(@Inject(FieldUsers) private readonly users: FieldUsers) {}

  onModuleInit(): void {
    this.users.add(async (tx, districtId, next) => brokenUses(await knownIn(tx, districtId), next));
  }
}
