/** A value from outside (外部数据) as it is answered: what stands, who gave it, and what was said before. */
export class ExternalValueSaid {
  /** @example 1 */
  version!: number;
  /** null: it was taken back. @example "1280" */
  value!: string | null;
  /** @example "人" */
  unit!: string;
  /** Where the figure comes from. @example "社保参保月报 2026 年第 6 号" */
  source!: string;
  /** The day on which it stood so. @example "2026-06-30" */
  asOf!: string | null;
  /** The program, or the officer. @example "区社保系统" */
  givenBy!: string;
  /** @example true */
  byProgram!: boolean;
  /** Of the program, the beginning of the key it used. @example "sk_4f9a2c" */
  keyPrefix!: string | null;
  /** @example "10.1.2.3" */
  network!: string;
  /** @example "2026-07-02T01:30:00.000Z" */
  givenAt!: string;
}

export class ExternalValueView extends ExternalValueSaid {
  indicatorId!: string;
  /** Of the indicator. @example "social.insured" */
  code!: string;
  /** @example "参加社会保险职工" */
  name!: string;
  unionId!: string;
  /** @example "A1" */
  unionCode!: string;
  /** @example "田心社区工联会" */
  unionName!: string;
  /** @example "2026-06" */
  period!: string;
  /** What was said before, the latest first, a hundred at most. */
  earlier!: ExternalValueSaid[];
}
