/** What the doors take in for the enterprise register (企业库). */
import type { EnterpriseKind } from '../events/enterprise-body';
import { Day, Flag, Id, Maybe, Nullable, OneOf, Text, WholeNumber } from '../http/fields';
import { PageQuery } from '../http/page.dto';
import { derivedLists, type DerivedList, enterpriseSorts, type EnterpriseSort } from './enterprise-filter';

const kinds = ['non_public', 'public'] as const;
const MOST = 9_999_999;

export class EnterpriseChangeDto {
  /** @example "91440300708461136T" */
  @Maybe() @Text({ min: 18, max: 18 }) creditCode?: string;
  /** @example "示范科技有限公司" */
  @Maybe() @Text({ max: 200 }) name?: string;
  /** @example "non_public" */
  @Maybe() @OneOf(kinds) kind?: EnterpriseKind;
  /** @example "制造业" */
  @Maybe() @Nullable() @Text({ max: 100 }) industry?: string | null;
  /** @example "2012-05-01" */
  @Maybe() @Nullable() @Day() unionEstablishedOn?: string | null;
  /** @example "2027-04-30" */
  @Maybe() @Nullable() @Day() termEndsOn?: string | null;
  /** 劳动争议调解委员会. @example true */
  @Maybe() @Nullable() @Flag() mediation?: boolean | null;
  /** 劳动法律监督委员会. @example false */
  @Maybe() @Nullable() @Flag() legalSupervision?: boolean | null;
  /** @example "2008-03-12" */
  @Maybe() @Day() openedOn?: string;
  /** From which day on kind, industry, term and committees are so; today when left out. @example "2026-11-01" */
  @Maybe() @Day() since?: string;
  /** @example "营业执照更名" */
  @Maybe() @Text({ max: 500, multiline: true }) reason?: string;
}

export class NewEnterpriseDto {
  /** @example "91440300708461136T" */
  @Text({ min: 18, max: 18 }) creditCode!: string;
  /** @example "示范科技有限公司" */
  @Text({ max: 200 }) name!: string;
  /** @example "non_public" */
  @OneOf(kinds) kind!: EnterpriseKind;
  /** The sub-district or community union it lies under; your own when left out. */
  @Maybe() @Id() unionId?: string;
  /** @example "制造业" */
  @Maybe() @Text({ max: 100 }) industry?: string;
  /** @example 120 */
  @Maybe() @WholeNumber({ min: 0, max: MOST }) workers?: number;
  /** @example 116 */
  @Maybe() @WholeNumber({ min: 0, max: MOST }) members?: number;
  /** When they were counted; today when left out. @example "2014-12-31" */
  @Maybe() @Day() countedOn?: string;
  /** @example "2012-05-01" */
  @Maybe() @Day() unionEstablishedOn?: string;
  /** @example "2027-04-30" */
  @Maybe() @Day() termEndsOn?: string;
  /** @example true */
  @Maybe() @Flag() mediation?: boolean;
  /** @example false */
  @Maybe() @Flag() legalSupervision?: boolean;
  /** @example "2008-03-12" */
  @Maybe() @Day() openedOn?: string;
}

export class HeadcountDto {
  /** @example "2014-12-31" */
  @Day() countedOn!: string;
  /** null: not known. @example 120 */
  @Nullable() @WholeNumber({ min: 0, max: MOST }) workers!: number | null;
  /** null: not known. @example 116 */
  @Nullable() @WholeNumber({ min: 0, max: MOST }) members!: number | null;
}

export class EnterprisePlacementDto {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() unionId!: string;
  /** From this day on. @example "2026-11-01" */
  @Day() since!: string;
  /** @example "企业搬迁" */
  @Text({ max: 500, multiline: true }) reason!: string;
}

export class EnterpriseClosureDto {
  /** The first day on which it is no longer there. @example "2026-11-01" */
  @Day() closedOn!: string;
  /** @example "营业执照注销" */
  @Text({ max: 500, multiline: true }) reason!: string;
}

export class EnterpriseFilterQuery {
  /** Part of a name, or the beginning of a credit code. @example "科技" */
  @Maybe() @Text({ max: 100 }) q?: string;
  /** Under this union and below. */
  @Maybe() @Id() unionId?: string;
  /** @example "non_public" */
  @Maybe() @OneOf(kinds) kind?: EnterpriseKind;
  /** normal: not ruled out by a verification; excluded: ruled out. @example "normal" */
  @Maybe() @OneOf(['normal', 'excluded']) standing?: 'normal' | 'excluded';
  /** @example true */
  @Maybe() @Flag() unionized?: boolean;
  /** Closed ones instead of those that are there. @example false */
  @Maybe() @Flag() closed?: boolean;
  /** withoutUnion, notAllMembers, withoutCommittees (300 workers and more), termEnding (within 60 days, or past). @example "withoutUnion" */
  @Maybe() @OneOf(derivedLists) list?: DerivedList;
}

export class EnterpriseQuery extends PageQuery {
  /** Part of a name, or the beginning of a credit code. @example "科技" */
  @Maybe() @Text({ max: 100 }) q?: string;
  /** Under this union and below. */
  @Maybe() @Id() unionId?: string;
  /** @example "non_public" */
  @Maybe() @OneOf(kinds) kind?: EnterpriseKind;
  /** normal: not ruled out by a verification; excluded: ruled out. @example "normal" */
  @Maybe() @OneOf(['normal', 'excluded']) standing?: 'normal' | 'excluded';
  /** @example true */
  @Maybe() @Flag() unionized?: boolean;
  /** Closed ones instead of those that are there. @example false */
  @Maybe() @Flag() closed?: boolean;
  /** withoutUnion, notAllMembers, withoutCommittees (300 workers and more), termEnding (within 60 days, or past). @example "withoutUnion" */
  @Maybe() @OneOf(derivedLists) list?: DerivedList;
  /** @example "name" */
  @Maybe() @OneOf(enterpriseSorts) sort?: EnterpriseSort;
}

export class EnterpriseExportQuery extends EnterpriseFilterQuery {
  /** @example "xlsx" */
  @Maybe() @OneOf(['xlsx', 'csv']) format?: 'xlsx' | 'csv';
}

export class DerivedQuery {
  /** As of this day; now when left out. @example "2014-12-31" */
  @Maybe() @Day() on?: string;
}

export class RatesQuery {
  /** As of this day; today when left out. @example "2014-12-31" */
  @Maybe() @Day() on?: string;
  /** Below this union; your own when left out. */
  @Maybe() @Id() unionId?: string;
  /** All kinds when left out. @example "non_public" */
  @Maybe() @OneOf(kinds) kind?: EnterpriseKind;
}
