/** A key of a program that ends soon, as it stands in the tables. */
import { newId } from '../../src/kernel/id';
import type { House } from './house';

/** `prefix`: eight small letters or digits. */
export async function endingKey(house: House, prefix: string, days: number): Promise<void> {
  const [id, { id: district, unions }] = [newId(), house.district];
  const statements: [string, unknown[]][] = [
    [
      `insert into officer (district_id, id, union_id, account, name, role, kind, must_change_password, active, version)
       values ($1, $2, $3, $4, '程序', 'viewer', 'program', false, true, 1)`,
      [district, id, unions.D, `app-${prefix}`],
    ],
    [
      `insert into application (district_id, id, purpose, contact, created_by) values ($1, $2, '对接', '值班室', $2)`,
      [district, id],
    ],
    [
      `insert into api_key (district_id, id, application_id, name, prefix, secret_hash, scopes, networks, reads_per_minute,
         writes_per_minute, expires_on, created_by)
       values ($1, $2, $3, '密钥', $4::text, sha256(convert_to($4::text, 'UTF8')), '{tasks:read}', '{}', 60, 60, app_today() + $5::int, $3)`,
      [district, newId(), id, prefix, days],
    ],
  ];
  for (const [sql, values] of statements) await house.database.query(sql, values);
}
