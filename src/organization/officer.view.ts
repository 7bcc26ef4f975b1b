/** An officer as answered: never the password. */
import type { Role } from '../kernel/actor';
import type { Officer } from './officer.entity';

export class OfficerView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  unionId!: string;
  /** @example "haishan.admin" */
  account!: string;
  /** @example "陈晓明" */
  name!: string;
  /** @example "administrator" */
  role!: Role;
  active!: boolean;
  mustChangePassword!: boolean;
  /** @example 1 */
  version!: number;
}

export class OfficerList {
  items!: OfficerView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 30 */
  total!: number;
}

export function officerView(officer: Officer): OfficerView {
  const { id, unionId, account, name, role, active, mustChangePassword, version } = officer;
  return { id, unionId, account, name, role, active, mustChangePassword, version };
}
