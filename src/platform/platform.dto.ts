/** How the platform is asked. */
import { Flag, Id, Maybe, OneOf, WholeNumber } from '../http/fields';
import { CursorQuery, PageQuery } from '../http/page.dto';
import type { Tier } from '../kernel/actor';

export class BoardQuery {
  /** The union whose board it is; left out: your own. */
  @Maybe() @Id() unionId?: string;
  /** Left out: this year. @example 2026 */
  @Maybe() @WholeNumber({ min: 1949, max: 2200 }) year?: number;
  /** False leaves out what lies below each task. @example true */
  @Maybe() @Flag() below: boolean = true;
}

export class StandingsQuery extends PageQuery {
  /** The class that is compared. @example "subdistrict" */
  @OneOf(['subdistrict', 'community']) tier!: Tier;
  /** Only the unions below this one; left out: the whole district, or for a sub-district its own communities. */
  @Maybe() @Id() parentId?: string;
  /** Left out: this year. @example 2026 */
  @Maybe() @WholeNumber({ min: 1949, max: 2200 }) year?: number;
  /** What the rank follows. @example "completion" */
  @Maybe() @OneOf(['completion', 'punctuality', 'score']) by: 'completion' | 'punctuality' | 'score' = 'completion';
}

export class FeedQuery extends CursorQuery {
  /** The union whose feed it is, with everything below; left out: your own. */
  @Maybe() @Id() unionId?: string;
}
