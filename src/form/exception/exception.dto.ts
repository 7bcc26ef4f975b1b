/** What the doors take in for exceptions (免报、补报). */
import { Day, Id, Maybe, OneOf, Text } from '../../http/fields';
import { SomeOf } from '../../http/list-fields';
import { PageQuery } from '../../http/page.dto';
import { Period } from '../period/period.http';
import { type ExceptionKind, exceptionKinds, type ExceptionStatus, exceptionStatuses } from './form-exception.entity';

export class FormExceptionDto {
  /** Your own union when left out, or one below it. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Maybe() @Id() unionId?: string;
  /** exempt (免报): it need not report; reopen (补报): it may although the period is locked, or after an exemption. @example "reopen" */
  @OneOf(exceptionKinds) kind!: ExceptionKind;
  /** @example "经办人住院，未能按时上报" */
  @Text({ min: 4, max: 1000, multiline: true }) reason!: string;
  /** Of a reopening: the last day on which the return changes. @example "2026-05-08" */
  @Maybe() @Day() until?: string;
}

export class FormExceptionDecisionDto {
  /** @example "approved" */
  @OneOf(['approved', 'refused']) outcome!: 'approved' | 'refused';
  /** @example "情况属实" */
  @Text({ max: 1000, multiline: true }) reason!: string;
}

export class FormExceptionQuery extends PageQuery {
  /** Some of them, with commas between them. @example ["proposed"] */
  @Maybe() @SomeOf(exceptionStatuses, 1) status?: ExceptionStatus[];
  /** For one form. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Maybe() @Id() formId?: string;
  /** For one period. @example "2026-03" */
  @Maybe() @Period() period?: string;
}
