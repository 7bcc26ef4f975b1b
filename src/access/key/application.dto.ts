/** Programs and their keys, as they come in. */
import { Code, Day, Flag, Id, Maybe, OneOf, Text, WholeNumber } from '../../http/fields';
import { SomeOf, Texts } from '../../http/list-fields';
import { PageQuery } from '../../http/page.dto';
import type { Role } from '../../kernel/actor';
import { roles } from '../../organization/rights';
import { type Scope, scopes } from './scope';

const MOST_NETWORKS = 20;
const MOST_PER_MINUTE = 60_000;

export class ApplicationQuery extends PageQuery {
  /** Part of a name or an account; capitals do not matter. @example "OA" */
  @Maybe() @Text({ max: 50 }) q?: string;
  /** Only those at work, or only those stopped. @example true */
  @Maybe() @Flag() active?: boolean;
}

export class NewApplicationDto {
  /** For which union it acts. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() unionId!: string;
  /** By which the audit trail names it; nobody signs in with it. @example "haishan.oa" */
  @Code() account!: string;
  /** By which history and feed name it. @example "海山街道 OA" */
  @Text({ max: 50 }) name!: string;
  /** What it may do at most; its keys may less. @example "reporter" */
  @OneOf(roles) role!: Role;
  /** @example "每日从街道 OA 同步任务进度" */
  @Text({ max: 500 }) purpose!: string;
  /** Whom to call when it misbehaves. @example "信息中心 王工 0755-0000" */
  @Text({ max: 200 }) contact!: string;
}

export class ApplicationChangeDto {
  /** @example "海山街道 OA" */
  @Maybe() @Text({ max: 50 }) name?: string;
  /** @example "每日从街道 OA 同步任务进度" */
  @Maybe() @Text({ max: 500 }) purpose?: string;
  /** @example "信息中心 王工 0755-0000" */
  @Maybe() @Text({ max: 200 }) contact?: string;
  /** false stops it: all its keys are revoked. @example true */
  @Maybe() @Flag() active?: boolean;
}

export class NewApiKeyDto {
  /** To tell two keys apart. @example "生产环境" */
  @Text({ max: 50 }) name!: string;
  /** What it opens. @example ["tasks:read", "reports:write"] */
  @SomeOf(scopes, 1) scopes!: Scope[];
  /** From where it may be used (CIDR); left out or empty: from anywhere. @example ["10.20.0.0/16"] */
  @Maybe() @Texts({ max: MOST_NETWORKS, length: 50 }) networks?: string[];
  /** The last day, 366 days from now at most; left out: in 180 days. @example "2027-05-28" */
  @Maybe() @Day() expiresOn?: string;
  /** Left out: 600. @example 600 */
  @Maybe() @WholeNumber({ min: 1, max: MOST_PER_MINUTE }) readsPerMinute?: number;
  /** Left out: 120. @example 120 */
  @Maybe() @WholeNumber({ min: 1, max: MOST_PER_MINUTE }) writesPerMinute?: number;
}

export class ApiKeyChangeDto {
  /** @example "生产环境" */
  @Maybe() @Text({ max: 50 }) name?: string;
  /** From where it may be used (CIDR); empty: from anywhere. @example ["10.20.0.0/16"] */
  @Maybe() @Texts({ max: MOST_NETWORKS, length: 50 }) networks?: string[];
  /** @example 600 */
  @Maybe() @WholeNumber({ min: 1, max: MOST_PER_MINUTE }) readsPerMinute?: number;
  /** @example 120 */
  @Maybe() @WholeNumber({ min: 1, max: MOST_PER_MINUTE }) writesPerMinute?: number;
}

export class RotationDto {
  /** The last day of the new key; left out: in 180 days. @example "2027-05-28" */
  @Maybe() @Day() expiresOn?: string;
  /** For how many days the old key still goes on; left out: 7. @example 7 */
  @Maybe() @WholeNumber({ min: 0, max: 30 }) overlapDays: number = 7;
}
