/** Which key holds how much (个人信息密钥): how far sealing anew has come, and when an old key may go. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config';
import type { Actor } from '../../kernel/actor';
import { type KeyRing, ringOf } from '../../dispatch/key-ring';
import type { PersonalKeys } from './personal-key.view';

const heldSql = `
  select key_id as "keyId", (count(*) filter (where district_id = $1))::int as records from ledger_personal group by key_id
  order by key_id`;

@Injectable()
export class PersonalKeyReader {
  private kept: KeyRing | undefined;

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list({ districtId }: Pick<Actor, 'districtId'>): Promise<PersonalKeys> {
    const { newest, older } = (this.kept ??= ringOf(this.config));
    const held: { keyId: string; records: number }[] = await this.database.query(heldSql, [districtId]);
    const of = new Map(held.map(({ keyId, records }) => [keyId, records]));
    const missing = held.flatMap(({ keyId }) => (keyId === newest || older.includes(keyId) ? [] : [keyId]));
    const shown = (keyId: string, state: 'newest' | 'older' | 'missing') => ({
      ...{ keyId, state, records: of.get(keyId) ?? 0 },
      mayGo: state === 'older' && !of.has(keyId),
    });
    return {
      items: [
        shown(newest, 'newest'),
        ...older.map((keyId) => shown(keyId, 'older')),
        ...missing.map((keyId) => shown(keyId, 'missing')),
      ],
    };
  }
}
