/** Sources of cases (来件渠道) as they are answered, and what a body would become. */
import type { CaseKind, CaseMark } from './case-course';
import { CaseMappingDto } from './case-source.dto';

export class CaseSourceView {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "province" */
  code!: string;
  /** @example "省总职工诉求平台" */
  name!: string;
  /** @example "province.platform" */
  account!: string;
  /** @example true */
  active!: boolean;
  mapping!: CaseMappingDto;
  /** @example 1 */
  version!: number;
}

export class CaseSourceList {
  items!: CaseSourceView[];
}

export class CaseTrialView {
  /** @example "拖欠三个月工资" */
  title!: string;
  /** @example "本人在某公司工作，已三个月未发工资。" */
  content!: string;
  /** @example "wages" */
  kind!: CaseKind;
  /** @example "维权服务" */
  programme!: string | null;
  /** Their code. @example "440308001" */
  area!: string | null;
  /** Who would handle it. @example "甲街道总工会" */
  unionName!: string;
  /** @example null */
  occurredAt!: string | null;
  /** @example "2026-11-24T01:30:00.000Z" */
  receivedAt!: string;
  /** @example "2026-12-08" */
  dueOn!: string;
  /** @example [] */
  marks!: CaseMark[];
}
