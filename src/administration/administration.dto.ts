/** What the administrators' door takes in. */
import { Code, Day, Flag, Id, Maybe, Nullable, OneOf, Text, WholeNumber } from '../http/fields';
import { PageQuery } from '../http/page.dto';
import type { Role, Tier } from '../kernel/actor';
import { roles } from '../organization/rights';
import { MOST_WORKERS, type UnionKind, unionKinds } from '../organization/union-kind';

export class UnionQuery extends PageQuery {
  /** The tree as it stood on this day; left out: today. @example "2026-06-30" */
  @Maybe() @Day() asOf?: string;
  /** @example "community" */
  @Maybe() @OneOf(['district', 'subdistrict', 'community']) tier?: Tier;
}

export class NewUnionDto {
  /** The union above. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() parentId!: string;
  /** Once in the district. @example "SJ-0105" */
  @Code() code!: string;
  /** @example "东和社区工联会" */
  @Text({ max: 100 }) name!: string;
  /** @example "2026-01-01" */
  @Day() openedOn!: string;
  /** What it is formed by; left out: an area. @example "industry" */
  @Maybe() @OneOf(unionKinds) kind?: UnionKind;
  /** How many workers it stands for; null: not known. @example 3200 */
  @Maybe() @Nullable() @WholeNumber({ min: 0, max: MOST_WORKERS }) workers?: number | null;
}

export class UnionChangeDto {
  /** @example "东和社区工会联合会" */
  @Maybe() @Text({ max: 100 }) name?: string;
  /** @example "SJ-0105" */
  @Maybe() @Code() code?: string;
  /** What it is formed by. @example "industry" */
  @Maybe() @OneOf(unionKinds) kind?: UnionKind;
  /** How many workers it stands for; null: not known. @example 3200 */
  @Maybe() @Nullable() @WholeNumber({ min: 0, max: MOST_WORKERS }) workers?: number | null;
}

export class PlacementDto {
  /** The new union above. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() parentId!: string;
  /** The first day at the new place, not in the future. @example "2026-11-01" */
  @Day() since!: string;
  /** @example "区划调整" */
  @Text({ max: 500 }) reason!: string;
}

export class ClosureDto {
  /** The last day. @example "2026-11-30" */
  @Day() closedOn!: string;
  /** @example "社区合并" */
  @Text({ max: 500 }) reason!: string;
  /** The union that takes over the enterprises below it; left out where there are none. */
  @Maybe() @Id() successorId?: string;
}

export class OfficerQuery extends PageQuery {
  /** Only the officers of this union. */
  @Maybe() @Id() unionId?: string;
  /** Part of a name or an account; capitals do not matter. @example "秀英" */
  @Maybe() @Text({ max: 50 }) q?: string;
  /** @example "reporter" */
  @Maybe() @OneOf(roles) role?: Role;
  /** Only accounts that may sign in, or only those switched off. @example true */
  @Maybe() @Flag() active?: boolean;
}

export class OpenSessionQuery extends PageQuery {
  /** Only the sessions of this officer. */
  @Maybe() @Id() officerId?: string;
  /** Only the sessions of this union's officers. */
  @Maybe() @Id() unionId?: string;
}

export class NewOfficerDto {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() unionId!: string;
  /** For signing in; capitals do not matter. @example "donghe.reporter" */
  @Code() account!: string;
  /** @example "李秀英" */
  @Text({ max: 50 }) name!: string;
  /** The first password; the officer must change it. @example "First-2026-pass" */
  @Text({ max: 200 }) password!: string;
}

export class OfficerChangeDto {
  /** @example "李秀英" */
  @Maybe() @Text({ max: 50 }) name?: string;
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Maybe() @Id() unionId?: string;
  /** false ends his sessions at once. @example true */
  @Maybe() @Flag() active?: boolean;
}

export class RoleDto {
  /** @example "reporter" */
  @OneOf(roles) role!: Role;
}

export class FirstPasswordDto {
  /** @example "First-2026-pass" */
  @Text({ max: 200 }) password!: string;
}

export class AuditQuery extends PageQuery {
  /** Only entries about this union, task, report or officer. */
  @Maybe() @Id() subjectId?: string;
  /** Only this kind of deed. @example "officer.roleGiven" */
  @Maybe() @Code() deed?: string;
  /** Only deeds of this account; capitals do not matter. @example "haishan.admin" */
  @Maybe() @Code() account?: string;
  /** From this Shanghai day on. @example "2026-11-01" */
  @Maybe() @Day() from?: string;
  /** Up to and with this Shanghai day. @example "2026-11-30" */
  @Maybe() @Day() to?: string;
}

export class AuditVerificationQuery {
  /** The number of the seal to begin with; the nextFrom of the answer before. @example 1 */
  @Maybe() @WholeNumber({ min: 1, max: 9_007_199_254_740_991 }) from: number = 1;
}

export class CalendarQuery {
  /** Left out: this year. @example 2026 */
  @Maybe() @WholeNumber({ min: 1949, max: 2200 }) year?: number;
}

export class WorkingDayDto {
  /** Whether people work on that day. @example false */
  @Flag() working!: boolean;
  /** @example "区里举办职工运动会，全区调休" */
  @Text({ max: 500 }) reason!: string;
}

export class UnionLeaderDto {
  /** An active officer of that very union. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() officerId!: string;
}
