/** Publications (公示) as they are answered: standings, scheme and sheets word for word, and whether they are whole. */
import { ApiProperty } from '@nestjs/swagger';
import type { Step } from '../../events/events';
import type { SchemeDefinition } from '../scheme-types';
import { definitionSchema } from '../scheme.view';
import { ScoreSheetView, WordsView } from '../score-sheet.view';

/** Where a union stood before a correction. */
export class StandingBefore {
  /** @example "83.50" */
  points!: string;
  /** @example 2 */
  rank!: number;
  /** @example 2 */
  classRank!: number | null;
  /** @example "良好" */
  gradeName!: string | null;
}

/** One union among the others, as published. */
export class PublishedStanding {
  /** @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string;
  /** @example "海山街道总工会" */
  unionName!: string;
  /** @example "A" */
  classCode!: string | null;
  /** @example "规模较大的街道" */
  className!: string | null;
  /** @example "85.50" */
  points!: string;
  /** Among all unions of the assessment. @example 1 */
  rank!: number;
  /** Among the unions of its class. @example 1 */
  classRank!: number | null;
  /** The code of the grade. @example "excellent" */
  grade!: string | null;
  /** @example "优秀" */
  gradeName!: string | null;
  /** A veto took the award. @example false */
  awardLost!: boolean;
  /** Why it is this grade. */
  why!: WordsView;
  /** Before this correction; null where nothing moved. */
  before!: StandingBefore | null;
}

export class PublicationSummary {
  /** 1 is the first; each correction takes the next. @example 1 */
  no!: number;
  /** The results, or a correction (更正) of them. @example "publication" */
  kind!: 'publication' | 'correction';
  /** The upheld appeal behind a correction. @example null */
  appealId!: string | null;
  /** Why it was corrected. @example null */
  reason!: string | null;
  /** SHA-256 over everything published. @example "9f2c7e0b5a1d4c3e8f6a9b0c1d2e3f405162738495a6b7c8d9e0f1a2b3c4d5e6" */
  digest!: string;
  /** Of the scheme; null where it is not known. @example 2 */
  schemeVersion!: number | null;
  /** The officer. @example "王芳" */
  publishedBy!: string;
  /** @example "2026-12-28T08:00:00.000Z" */
  publishedAt!: string;
}

export class PublicationList {
  /** The latest is the last. */
  items!: PublicationSummary[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

export class PublicationView extends PublicationSummary {
  /** The first rank first. */
  standings!: PublishedStanding[];
  /** The scheme as it stood. */
  @ApiProperty(definitionSchema)
  scheme!: SchemeDefinition;
}

/** The sheet that was in force with a publication: a correction brings only the sheets it corrected. */
export class PublishedSheetView {
  /** The publication that brought it. @example 1 */
  no!: number;
  /** SHA-256 of the sheet. @example "5c2e7e0b5a1d4c3e8f6a9b0c1d2e3f405162738495a6b7c8d9e0f1a2b3c4d5e6" */
  digest!: string;
  sheet!: ScoreSheetView;
}

/** Something whose text is no longer what its digest says. */
export class BrokenPart {
  /** @example "sheet" */
  part!: 'sheet' | 'publication';
  /** Whose sheet; null of the publication itself. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  unionId!: string | null;
  /** @example "海山街道总工会" */
  unionName!: string | null;
  /** The digest that is kept. @example "9f2c7e0b5a1d4c3e8f6a9b0c1d2e3f405162738495a6b7c8d9e0f1a2b3c4d5e6" */
  digest!: string;
  /** The digest of what is there now. @example "1f2c7e0b5a1d4c3e8f6a9b0c1d2e3f405162738495a6b7c8d9e0f1a2b3c4d5e6" */
  found!: string;
}

export class PublicationVerification {
  /** @example 1 */
  no!: number;
  /** Every text is what its digest says. @example true */
  whole!: boolean;
  /** @example "9f2c7e0b5a1d4c3e8f6a9b0c1d2e3f405162738495a6b7c8d9e0f1a2b3c4d5e6" */
  digest!: string;
  /** Sheets that were compared. @example 5 */
  sheets!: number;
  /** At most a hundred. */
  broken!: BrokenPart[];
}

/** A published assessment in which the own union was scored, as all unions of its class see it. */
export class ClassPublication extends PublicationSummary {
  /** The assessment. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  id!: string;
  /** @example "2026 年度街道总工会工作考核方案" */
  title!: string;
  /** @example 2026 */
  year!: number;
  /** The union that scored. @example "试验区总工会" */
  ownerName!: string;
  /** @example "published" */
  step!: Step;
  /** The last day on which results may be appealed; null: not at all. @example "2027-01-06" */
  appealUntil!: string | null;
  /** Whether the own union can appeal now: the window runs and no appeal of it waits. @example true */
  appealable!: boolean;
  /** The own appeal that is not decided yet. @example null */
  openAppealId!: string | null;
  /** When the results were first published. @example "2026-12-28T08:00:00.000Z" */
  firstPublishedAt!: string;
  /** The unions of the own class, the first rank first; all where the scheme has no classes. */
  standings!: PublishedStanding[];
}

export class ClassPublicationList {
  /** The latest year first. */
  items!: ClassPublication[];
  /** @example 1 */
  page!: number;
  /** @example 50 */
  pageSize!: number;
  /** @example 1 */
  total!: number;
}

/** One of them with the own sheet as it is in force. */
export class ClassPublicationDetail extends ClassPublication {
  own!: PublishedSheetView;
}
