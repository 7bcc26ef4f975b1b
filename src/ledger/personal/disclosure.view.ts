/** Personal data in full (个人信息), as shown once for a purpose, and where a number was found. */
import type { EntryStatus } from '../entry/ledger-entry.entity';

export class DisclosureView {
  /** null: not given. @example "11010519491231002X" */
  idNumber!: string | null;
  /** null: not given. @example null */
  phone!: string | null;
}

export class LookupItem {
  /** The entry. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "2026-09-28" */
  day!: string;
  /** @example "accepted" */
  status!: EntryStatus;
  /** The field it stands in. @example "person" */
  field!: string;
}

export class LookupView {
  /** The latest first, fifty at most. */
  items!: LookupItem[];
  /** There are more than fifty. @example false */
  more!: boolean;
}
