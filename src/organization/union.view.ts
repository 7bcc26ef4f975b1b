/** A union as it is answered. */
import type { Tier } from '../kernel/actor';
import type { TradeUnion } from './trade-union.entity';

export class UnionView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  parentId!: string | null;
  /** @example "subdistrict" */
  tier!: Tier;
  /** @example "SJ-01" */
  code!: string;
  /** @example "海山街道总工会" */
  name!: string;
  /** First day, Shanghai civil day. @example "2010-01-01" */
  openedOn!: string;
  /** Last day, or null while it is open. */
  closedOn!: string | null;
  /** @example 1 */
  version!: number;
}

export class UnionList {
  items!: UnionView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 22 */
  total!: number;
}

export function unionView(union: TradeUnion): UnionView {
  const { id, parentId, tier, code, name, openedOn, closedOn, version } = union;
  return { id, parentId, tier, code, name, openedOn, closedOn, version };
}
