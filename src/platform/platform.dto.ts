/** How the platform is asked. */
import { Day, Flag, Id, Maybe, OneOf, WholeNumber } from '../http/fields';
import { CursorQuery, PageQuery } from '../http/page.dto';
import type { Tier } from '../kernel/actor';

/** Whose work, of which year. */
class OfUnionQuery {
  /** The union whose board it is; left out: your own. */
  @Maybe() @Id() unionId?: string;
  /** Left out: this year. @example 2026 */
  @Maybe() @WholeNumber({ min: 1949, max: 2200 }) year?: number;
}

export class BoardQuery extends OfUnionQuery {
  /** False leaves out what lies below each task. @example true */
  @Maybe() @Flag() below: boolean = true;
}

export class MatrixQuery extends OfUnionQuery {
  /** The tier of the rows, below the union's own; left out: directly below. @example "community" */
  @Maybe() @OneOf(['subdistrict', 'community']) tier?: Tier;
}

export class MirrorQuery extends OfUnionQuery {
  /** The year it is held against; left out: the last one before it with tasks. @example 2025 */
  @Maybe() @WholeNumber({ min: 1949, max: 2200 }) against?: number;
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
  /** An earlier day: each row then says which rank of completion it had on it. @example "2026-11-16" */
  @Maybe() @Day() since?: string;
}

export class FeedQuery extends CursorQuery {
  /** The union whose feed it is, with everything below; left out: your own. */
  @Maybe() @Id() unionId?: string;
}
