/** What the doors take in for extensions (延期). */
import { Day, Flag, Id, Maybe, OneOf, Text } from '../../http/fields';
import { ListOf } from '../../http/list-fields';
import { PageQuery } from '../../http/page.dto';
import type { ExtensionStatus } from './extension.entity';

export class ExtensionTaskDto {
  /** A task of your union. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() taskId!: string;
  /** The day you can keep. @example "2026-12-20" */
  @Day() proposedOn!: string;
}

export class ExtensionRequestDto {
  /** All or none: what is wrong is said row by row. */
  @ListOf(() => ExtensionTaskDto, { min: 1, max: 200 }) tasks!: ExtensionTaskDto[];
  /** @example "企业搬迁，名单需重新核对" */
  @Text({ max: 1000, multiline: true }) reason!: string;
}

export class ExtensionDecisionDto {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() extensionId!: string;
  /** @example "approved" */
  @OneOf(['approved', 'refused']) outcome!: 'approved' | 'refused';
  /** The new due day; the proposed one when left out. Only where it is approved. @example "2026-12-20" */
  @Maybe() @Day() dueOn?: string;
  /** Must be given where it is refused. @example "情况属实，同意延期" */
  @Maybe() @Text({ max: 1000, multiline: true }) reason?: string;
  /** Only for the district: what the task is part of is extended to the same day where it ends earlier. @example false */
  @Maybe() @Flag() extendAbove?: boolean;
}

export class ExtensionDecisionsDto {
  /** All or none: what is wrong is said row by row. */
  @ListOf(() => ExtensionDecisionDto, { min: 1, max: 200 }) decisions!: ExtensionDecisionDto[];
}

const statuses = ['requested', 'approved', 'refused', 'withdrawn'] as const satisfies readonly ExtensionStatus[];

export class ExtensionQuery extends PageQuery {
  /** @example "requested" */
  @Maybe() @OneOf(statuses) status?: ExtensionStatus;
  /** toDecide: those your union answers; own: those it asked for; all: within reach. @example "toDecide" */
  @Maybe() @OneOf(['toDecide', 'own', 'all']) of: 'toDecide' | 'own' | 'all' = 'all';
  /** Those of one task. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Maybe() @Id() taskId?: string;
}
