/** How counts, lists and sums of a period (报送情况、汇总) are asked for. */
import { Id, Maybe, OneOf } from '../../http/fields';
import { SomeOf } from '../../http/list-fields';
import { PageQuery } from '../../http/page.dto';
import { type Standing, standings } from './tally';

export class FormScopeQuery {
  /** With all below it; your own union when left out. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Maybe() @Id() unionId?: string;
}

export class FormStandingQuery extends PageQuery {
  /** With all below it; your own union when left out. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Maybe() @Id() unionId?: string;
  /** Some of them, with commas between them; all when left out. @example ["missing"] */
  @Maybe() @SomeOf(standings, 1) standing?: Standing[];
}

export class FormExportQuery extends FormScopeQuery {
  /** @example "xlsx" */
  @Maybe() @OneOf(['xlsx', 'csv']) format: 'xlsx' | 'csv' = 'xlsx';
}
