/** What the doors take in for the course of an assessment: moving on, reopening, offices, classes. */
import { Id, Maybe, Nullable, OneOf, Text, WholeNumber } from '../../http/fields';
import { Ids, ListOf } from '../../http/list-fields';

export class StepDto {
  /** A later step of the scheme's course, before publication. @example "review" */
  @OneOf(['self_score', 'review', 'final']) to!: 'self_score' | 'review' | 'final';
}

export class ReopeningDto {
  /** An earlier step of the scheme's course; after publication `published`, a second appeal window. @example "review" */
  @OneOf(['self_score', 'review', 'published']) to!: 'self_score' | 'review' | 'published';
  /** @example "初评时漏看两份台账" */
  @Text({ max: 500, multiline: true }) reason!: string;
  /** Working days of the reopened step; left out: as the scheme says. @example 3 */
  @Maybe() @WholeNumber({ min: 1, max: 365 }) days?: number;
}

export class OfficersDto {
  /** Scoring officers of your union. */
  @Ids({ max: 50 }) officerIds!: string[];
}

export class PlaceDto {
  /** A scored union. @example "0193b5a0-7c1e-7a41-9d2b-0f6f0a1b2c3d" */
  @Id() unionId!: string;
  /** A class of the scheme; null: none. @example "A" */
  @Nullable() @Text({ max: 40 }) classCode!: string | null;
}

export class ClassesDto {
  @ListOf(() => PlaceDto, { min: 1, max: 1000 }) places!: PlaceDto[];
}
