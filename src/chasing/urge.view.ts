/** Urging by hand (催办) as it is answered: the trace of words, by whom, for whom. */
export class UrgedOfficerView {
  officerId!: string;
  /** @example "陈晓明" */
  name!: string;
  /** Null while it waits for the next morning. @example "2026-11-23T02:00:00.000Z" */
  toldAt!: string | null;
}

export class UrgeView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "请于本周五前完成建会资料上报" */
  words!: string;
  /** Told on a day off too. @example false */
  urgent!: boolean;
  /** @example "李建国" */
  by!: string;
  /** @example "海山街道总工会" */
  byUnion!: string;
  /** @example "2026-11-23T02:00:00.000Z" */
  at!: string;
  /** Whom it was for. */
  officers!: UrgedOfficerView[];
}

export class UrgeList {
  /** The newest first. */
  items!: UrgeView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}
