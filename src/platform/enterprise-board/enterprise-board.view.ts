/** The enterprise board (企业看板) as it is answered. */

export class EnterpriseBoardRow {
  /** The union directly below; null: what lies under the asked union itself. */
  unionId!: string | null;
  /** @example "沙头角街道总工会" */
  unionName!: string;
  /** 预置企业. @example 2190 */
  preset!: number;
  /** 核查属非正常或事实不存在. @example 642 */
  excluded!: number;
  /** 已建会. @example 1537 */
  unionized!: number;
  /** 职工, of those not ruled out. @example 70692 */
  workers!: number;
  /** 会员, of those not ruled out. @example 68716 */
  members!: number;
  /** 组建率, gross; null where there is nothing below the line. @example "70.2" */
  establishmentGross!: string | null;
  /** 组建率, verified. @example "99.3" */
  establishmentVerified!: string | null;
  /** 入会率, verified. @example "97.2" */
  membershipVerified!: string | null;
}

export class EnterpriseBoard {
  /** As of when it is true. @example "2026-11-23T06:05:00.000Z" */
  asOf!: string;
  /** The asked union as a whole. */
  total!: EnterpriseBoardRow;
  /** Σ/Σ of every union directly below. */
  rows!: EnterpriseBoardRow[];
}
