/** An interview (约谈) as it is answered. */
export class InterviewView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** The order it belongs to; null: none. @example null */
  orderId!: string | null;
  /** @example null */
  orderNumber!: string | null;
  /** @example "盐田区总工会" */
  holderName!: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "2026-11-20" */
  heldOn!: string;
  /** Who was spoken to (被约谈人). @example "田心社区工联会主席 王芳" */
  interviewed!: string;
  /** Who spoke (约谈人). @example "区总工会副主席 陈晓明" */
  heldBy!: string;
  /** @example "会员实名制进度连续两月落后" */
  about!: string;
  /** @example "12 月 10 日前完成全部核对，每周报送一次" */
  agreed!: string;
  /** @example "李娜" */
  recordedByName!: string;
  /** @example "2026-11-20T02:00:00.000Z" */
  recordedAt!: string;
}

export class InterviewList {
  items!: InterviewView[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}
