/** What a union is formed by (工会类型): an area 区域, an industry 行业, one enterprise 企业. */
import type { UnionKind } from '../events/events';

export type { UnionKind };

export const unionKinds: readonly UnionKind[] = ['area', 'industry', 'enterprise'];

/** More than this no union stands for. */
export const MOST_WORKERS = 99_999_999;
