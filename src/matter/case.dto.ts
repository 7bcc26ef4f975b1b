/** What is taken in for cases (诉求件). */
import type { CaseStatus } from '../events/case-body';
import { Flag, Id, Maybe, OneOf, Text } from '../http/fields';
import { PageQuery } from '../http/page.dto';
import { type CaseKind, caseKinds, caseStatuses } from './case-course';

export class CasesQuery extends PageQuery {
  /** @example "assigned" */
  @Maybe() @OneOf(caseStatuses) status?: CaseStatus;
  /** Only those that are not closed. @example true */
  @Maybe() @Flag() open?: boolean;
  /** @example "wages" */
  @Maybe() @OneOf(caseKinds) kind?: CaseKind;
  /** Handled by this union or one below it. */
  @Maybe() @Id() unionId?: string;
  @Maybe() @Id() sourceId?: string;
  /** Only those whose last day has gone by without a close. @example true */
  @Maybe() @Flag() overdue?: boolean;
  /** Only those of which something could not be translated. @example true */
  @Maybe() @Flag() marked?: boolean;
  /** In the title or the number. @example "工资" */
  @Maybe() @Text({ max: 100 }) q?: string;
}

export class CaseAssignmentDto {
  /** A union directly below yours. */
  @Id() unionId!: string;
  /** @example "请于三日内上门核实" */
  @Maybe() @Text({ max: 500, multiline: true }) words?: string;
}

export class CaseAnswerDto {
  /** @example "经调解，企业已补发工资。" */
  @Text({ max: 5000, multiline: true }) answer!: string;
}

export class CaseHandbackDto {
  /** @example "用人单位注册地不在本街道" */
  @Text({ max: 500, multiline: true }) reason!: string;
}

export class CaseReturnDto {
  /** @example "未说明补发金额" */
  @Text({ max: 500, multiline: true }) reason!: string;
}
