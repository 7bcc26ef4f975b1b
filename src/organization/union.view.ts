/** A union as it is answered. */
import type { Tier } from '../kernel/actor';
import type { TradeUnion } from './trade-union.entity';
import type { UnionKind } from './union-kind';

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
  /** What it is formed by: an area, an industry or one enterprise. @example "area" */
  kind!: UnionKind;
  /** How many workers it stands for, the size by which comparable unions are grouped; null: not known. @example 3200 */
  workers!: number | null;
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
  const { id, parentId, tier, code, name, kind, workers, openedOn, closedOn, version } = union;
  return { id, parentId, tier, code, name, kind, workers, openedOn, closedOn, version };
}
