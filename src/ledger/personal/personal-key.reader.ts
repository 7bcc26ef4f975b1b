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

// robots and endpoints; of a robot from before its key was kept nobody knows which it is
const secretsSql = `
  select key_id as "keyId", (count(*) filter (where district_id = $1))::int as secrets from (
    select district_id, key_id from robot
    union all select district_id, key_id from webhook_endpoint where removed_at is null
    union all select district_id, old_key_id from webhook_endpoint where removed_at is null and old_until > now()) s
  group by key_id order by key_id`;

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
    const sealed: { keyId: string | null; secrets: number }[] = await this.database.query(secretsSql, [districtId]);
    const secretsOf = new Map(sealed.map(({ keyId, secrets }) => [keyId, secrets]));
    const of = new Map(held.map(({ keyId, records }) => [keyId, records]));
    const known = new Set([newest, ...older]);
    const using = new Set([...of.keys(), ...[...secretsOf.keys()].filter((keyId) => keyId !== null)]);
    const missing = [...using].filter((keyId) => !known.has(keyId)).toSorted();
    const shown = (keyId: string, state: 'newest' | 'older' | 'missing') => ({
      ...{ keyId, state, records: of.get(keyId) ?? 0, secrets: secretsOf.get(keyId) ?? 0 },
      mayGo: state === 'older' && !using.has(keyId) && !secretsOf.has(null),
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
