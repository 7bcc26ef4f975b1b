/** How the scoreboard is asked. */
import { Id, Maybe, OneOf, Text, WholeNumber } from '../../http/fields';
import { PageQuery } from '../../http/page.dto';
import type { Tier } from '../../kernel/actor';

export class ScoreCardsQuery extends PageQuery {
  /** Left out: every year. @example 2026 */
  @Maybe() @WholeNumber({ min: 1949, max: 2200 }) year?: number;
}

export class ScoresQuery extends PageQuery {
  /** Which assessment; left out: the latest one of `year`, `tier` and `parentId` that you may see. */
  @Maybe() @Id() assessmentId?: string;
  /** Left out: this year. @example 2026 */
  @Maybe() @WholeNumber({ min: 1949, max: 2200 }) year?: number;
  /** The tier that is scored. @example "subdistrict" */
  @Maybe() @OneOf(['subdistrict', 'community']) tier?: Tier;
  /** The union that scores. */
  @Maybe() @Id() parentId?: string;
  /** provisional: while it is scored, for the scoring tier and above; final: as published. @example "final" */
  @Maybe() @OneOf(['provisional', 'final']) kind: 'provisional' | 'final' = 'final';
  /** One class of comparable unions; left out: all you may see. */
  @Maybe() @Text({ max: 100 }) classCode?: string;
  /** One criterion; left out: the whole sheet. */
  @Maybe() @Text({ max: 100 }) criterion?: string;
}
