/** Who is signed in, for which union. */
import type { Role, Tier } from '../kernel/actor';

export class MyOfficerView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "haishan.admin" */
  account!: string;
  /** @example "陈晓明" */
  name!: string;
  /** @example "administrator" */
  role!: Role;
  /** Until it is changed, nothing else is open. @example false */
  mustChangePassword!: boolean;
}

export class MyUnionView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  parentId!: string | null;
  /** @example "subdistrict" */
  tier!: Tier;
  /** @example "SJ-01" */
  code!: string;
  /** @example "海山街道总工会" */
  name!: string;
}

export class MyKeyView {
  /** @example "8h3k2m9q" */
  prefix!: string;
  /** @example ["tasks:read", "reports:write"] */
  scopes!: string[];
}

export class MeView {
  officer!: MyOfficerView;
  /** What this role may do. @example ["self", "work.read", "task.sign", "report.write"] */
  rights!: string[];
  union!: MyUnionView;
  /** Only where a program asks with its key. */
  key?: MyKeyView;
}

export class SessionView extends MeView {
  /** Bearer token for programs; the console gets the same session as a cookie. @example "q9f2T0uG7mYc8w3sVx1LrK5bN4hJ6dZaPeQiUoRtWyE" */
  token!: string;
}
