/** What the doors take in for ladders (催办阶梯). */
import { Flag, Id, Maybe, OneOf, Text, WholeNumber, Code } from '../http/fields';
import { ListOf, SomeOf } from '../http/list-fields';
import { pathParam } from '../http/path-param';
import {
  type Channel,
  channels,
  FURTHEST,
  ladderKinds,
  type LadderKind,
  MOST_STEPS,
  type Template,
  templates,
  type Whom,
  whoms,
} from './ladder';

export class LadderStepDto {
  /** Its name for good: what was told under it is not told again. @example "before3" */
  @Code() key!: string;
  /** Working days from the due day, or from the day the report was handed in; negative before it. @example -3 */
  @WholeNumber({ min: -FURTHEST, max: FURTHEST }) offset!: number;
  /** @example ["officer"] */
  @SomeOf(whoms, 1) whom!: Whom[];
  /** @example ["inbox", "email"] */
  @SomeOf(channels, 1) channels!: Channel[];
  /** @example false */
  @Maybe() @Flag() urgent: boolean = false;
  /** @example "remind" */
  @OneOf(templates) template!: Template;
}

export class LadderDto {
  /** In order of days. */
  @ListOf(() => LadderStepDto, { min: 1, max: MOST_STEPS }) steps!: LadderStepDto[];
  /** @example "提前一周提醒过早，改为三个工作日" */
  @Text({ max: 500 }) reason!: string;
}

export class PreviewQuery {
  /** The task it is shown for; left out: the one that is due next. */
  @Maybe() @Id() taskId?: string;
}

export class ProposedLadderDto extends PreviewQuery {
  /** The ladder that is tried out. */
  @ListOf(() => LadderStepDto, { min: 1, max: MOST_STEPS }) steps!: LadderStepDto[];
}

const isKind = (value: unknown): value is LadderKind => ladderKinds.some((kind) => kind === value);

const kindParam = pathParam({ is: isKind, format: 'ladder', example: 'task' });

/** Which ladder: of tasks or of reviews. */
export const PathLadder = (): ParameterDecorator => kindParam('kind');
